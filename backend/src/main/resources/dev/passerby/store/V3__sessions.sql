-- Who is signed in, so that a restart of the service signs nobody out. Neither the token nor the wallet can be read from it.
CREATE TABLE wallet_session (
  -- SHA-256 of the cookie's token.
  token_hash VARCHAR(43) PRIMARY KEY,
  id VARCHAR(22) NOT NULL UNIQUE,
  -- The address, sealed under a key that is made of the token: only the cookie opens it.
  wallet VARCHAR(64) NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX wallet_session_expiry ON wallet_session (expires_at);

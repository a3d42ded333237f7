-- Whose contacts these are: a row for every wallet that has kept any, by a pseudonym that no other table has. Writers of
-- one wallet go one after the other, as each locks the row.
CREATE TABLE contact_list (
  owner VARCHAR(43) PRIMARY KEY,
  -- Grows with every change; an entry's version is the revision that wrote it, so that none ever comes again.
  revision BIGINT NOT NULL
);

-- What somebody keeps of somebody, sealed by their page: 512 or 1024 bytes in base64url, of which nobody here has the key.
CREATE TABLE contact (
  owner VARCHAR(43) NOT NULL REFERENCES contact_list (owner),
  id VARCHAR(22) NOT NULL,
  version BIGINT NOT NULL,
  sealed VARCHAR(1366) NOT NULL,
  changed_on DATE NOT NULL,
  PRIMARY KEY (owner, id)
);

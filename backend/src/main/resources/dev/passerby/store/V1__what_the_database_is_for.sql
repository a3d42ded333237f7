-- One row, written by the first service that opens the database: which chain it is about, and a mark of the key under
-- which wallets are named in it.
CREATE TABLE purpose (
  id SMALLINT PRIMARY KEY CHECK (id = 1),
  chain_id BIGINT NOT NULL,
  key_mark VARCHAR(43) NOT NULL
);

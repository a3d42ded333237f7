-- What somebody said of somebody they met. No wallet, no picture, no word of the conversation; gone when it expires.
CREATE TABLE report (
  receipt VARCHAR(11) PRIMARY KEY,
  encounter VARCHAR(64) NOT NULL,
  reporter VARCHAR(43) NOT NULL,
  reported VARCHAR(43) NOT NULL,
  category VARCHAR(16) NOT NULL,
  -- 500 characters, of which H2 counts some twice.
  note VARCHAR(1000),
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  -- Whether it counts towards a cooldown, as decided when it was made.
  weighs BOOLEAN NOT NULL,
  -- 'upheld' or 'dismissed' once the operator has looked at it.
  outcome VARCHAR(9),
  settled_at TIMESTAMP WITH TIME ZONE,
  settled_because VARCHAR(1000),
  UNIQUE (encounter, reporter)
);
CREATE INDEX report_against ON report (reported, made_at);
CREATE INDEX report_by ON report (reporter, made_at);
CREATE INDEX report_made ON report (made_at, receipt);
CREATE INDEX report_expiry ON report (expires_at);

-- Who is never to meet whom again, whichever of the two it was that wanted it so.
CREATE TABLE block (
  blocker VARCHAR(43) NOT NULL,
  blocked VARCHAR(43) NOT NULL,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (blocker, blocked)
);

-- One row for everybody who was reported: the cooldown that runs, or the last one.
CREATE TABLE cooldown (
  wallet VARCHAR(43) PRIMARY KEY,
  -- How many there were in a row; the next one is longer.
  step INT NOT NULL,
  reason VARCHAR(16) NOT NULL,
  since TIMESTAMP WITH TIME ZONE NOT NULL,
  until_at TIMESTAMP WITH TIME ZONE NOT NULL,
  -- The reports behind it were made after this and up to its beginning, by so many people at least.
  counted_from TIMESTAMP WITH TIME ZONE NOT NULL,
  reporters INT NOT NULL,
  -- From then on the next one is a first one again.
  forget_at TIMESTAMP WITH TIME ZONE NOT NULL,
  lifted_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX cooldown_forgotten ON cooldown (forget_at);

PRAGMA application_id = 1886351463;
PRAGMA user_version = 0;
BEGIN TRANSACTION;
CREATE TABLE accounting_account (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    kind TEXT NOT NULL CHECK (kind IN ('management', 'bank', 'popug')),
    user_id INTEGER UNIQUE REFERENCES accounting_user (id),
    balance_cents INTEGER NOT NULL,
    CHECK ((kind = 'popug') = (user_id IS NOT NULL))
) STRICT;
INSERT INTO "accounting_account" VALUES(1,'management',NULL,-4650);
INSERT INTO "accounting_account" VALUES(2,'bank',NULL,5850);
INSERT INTO "accounting_account" VALUES(3,'popug',1,0);
INSERT INTO "accounting_account" VALUES(4,'popug',2,0);
INSERT INTO "accounting_account" VALUES(5,'popug',3,0);
INSERT INTO "accounting_account" VALUES(6,'popug',4,-1200);
CREATE TABLE accounting_account_day (
    account_id INTEGER NOT NULL REFERENCES accounting_account (id),
    day TEXT NOT NULL,
    fees_cents INTEGER NOT NULL CHECK (fees_cents >= 0),
    rewards_cents INTEGER NOT NULL CHECK (rewards_cents >= 0),
    other_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
    balance_cents INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL CHECK (last_id >= first_id),
    PRIMARY KEY (account_id, day)
) STRICT;
INSERT INTO "accounting_account_day" VALUES(1,'2026-11-02',11600,5300,-12150,0,-5850,1,13);
INSERT INTO "accounting_account_day" VALUES(5,'2026-11-02',6100,0,9500,3400,0,1,14);
INSERT INTO "accounting_account_day" VALUES(6,'2026-11-02',5500,5300,2650,2450,0,2,15);
INSERT INTO "accounting_account_day" VALUES(2,'2026-11-02',0,0,0,5850,5850,14,15);
INSERT INTO "accounting_account_day" VALUES(1,'2026-11-04',1200,0,0,0,-4650,16,16);
INSERT INTO "accounting_account_day" VALUES(6,'2026-11-04',1200,0,0,0,-1200,16,16);
CREATE TABLE accounting_book (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    first_day TEXT NOT NULL
) STRICT;
INSERT INTO "accounting_book" VALUES(1,'2026-11-02');
CREATE TABLE accounting_day (
    day TEXT NOT NULL PRIMARY KEY,
    closed_at INTEGER NOT NULL,
    payouts INTEGER NOT NULL CHECK (payouts >= 0),
    paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
    earned_cents INTEGER NOT NULL,
    debts_cents INTEGER NOT NULL CHECK (debts_cents >= 0),
    seal TEXT NOT NULL CHECK (length(seal) = 64)
) STRICT;
INSERT INTO "accounting_day" VALUES('2026-11-02',1793772000000000,2,5850,6300,0,'e52ef0d5883d68a4e6a41185e263ff963916d978dba9e3a0e115103860b39ce0');
INSERT INTO "accounting_day" VALUES('2026-11-03',1793772000000000,0,0,0,0,'4a043cd00485972457f297cd7bd6e6cb18dcb6b8f2db7ecbdcb5746a6591d867');
CREATE TABLE accounting_invoice (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    day TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES accounting_user (id),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    transaction_id INTEGER NOT NULL UNIQUE REFERENCES accounting_transaction (id),
    UNIQUE (day, user_id)
) STRICT;
INSERT INTO "accounting_invoice" VALUES(1,'2026-11-02',3,3400,14);
INSERT INTO "accounting_invoice" VALUES(2,'2026-11-02',4,2450,15);
CREATE TABLE accounting_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "accounting_setting" VALUES('timezone','UTC');
INSERT INTO "accounting_setting" VALUES('currency','USD');
INSERT INTO "accounting_setting" VALUES('fee_min','10');
INSERT INTO "accounting_setting" VALUES('fee_max','19');
INSERT INTO "accounting_setting" VALUES('reward_min','20');
INSERT INTO "accounting_setting" VALUES('reward_max','40');
CREATE TABLE accounting_task (
    id INTEGER NOT NULL PRIMARY KEY,
    ticket TEXT,
    title TEXT NOT NULL,
    fee_cents INTEGER NOT NULL CHECK (fee_cents > 0),
    reward_cents INTEGER NOT NULL CHECK (reward_cents > 0),
    created_seq INTEGER NOT NULL
) STRICT;
INSERT INTO "accounting_task" VALUES(1,'POPUG-42','Oil both perches',1200,3300,15);
INSERT INTO "accounting_task" VALUES(2,NULL,'Count the seeds',1400,3200,19);
INSERT INTO "accounting_task" VALUES(3,'POPUG-7','Polish the mirror',1700,2100,24);
INSERT INTO "accounting_task" VALUES(4,NULL,'Sweep the seeds',1500,2100,26);
INSERT INTO "accounting_task" VALUES(5,NULL,'Wipe the perch',1200,2800,58);
CREATE TABLE accounting_transaction (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('fee', 'reward', 'payout', 'reversal', 'adjustment')),
    natural_key TEXT NOT NULL UNIQUE,
    from_account INTEGER NOT NULL REFERENCES accounting_account (id),
    to_account INTEGER NOT NULL REFERENCES accounting_account (id),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    from_balance_cents INTEGER NOT NULL,
    to_balance_cents INTEGER NOT NULL,
    task_id INTEGER,
    ticket TEXT,
    title TEXT,
    memo TEXT,
    actor TEXT NOT NULL,
    mends INTEGER REFERENCES accounting_transaction (id),
    cause INTEGER,
    CHECK (from_account <> to_account)
) STRICT;
INSERT INTO "accounting_transaction" VALUES(1,1793610000000000,'2026-11-02','fee','fee/16',5,1,1200,-1200,1200,1,'POPUG-42','Oil the perch',NULL,'gruff',NULL,16);
INSERT INTO "accounting_transaction" VALUES(2,1793610000000000,'2026-11-02','fee','fee/20',6,1,1400,-1400,2600,2,NULL,'Count the seeds',NULL,'token:cron',NULL,20);
INSERT INTO "accounting_transaction" VALUES(3,1793610000000000,'2026-11-02','fee','fee/25',5,1,1700,-2900,4300,3,'POPUG-7','Polish the mirror',NULL,'gruff',NULL,25);
INSERT INTO "accounting_transaction" VALUES(4,1793610000000000,'2026-11-02','fee','fee/27',5,1,1500,-4400,5800,4,NULL,'Sweep the seeds',NULL,'gruff',NULL,27);
INSERT INTO "accounting_transaction" VALUES(5,1793610000000000,'2026-11-02','fee','fee/32',6,1,1200,-2600,7000,1,'POPUG-42','Oil both perches',NULL,'gruff',NULL,32);
INSERT INTO "accounting_transaction" VALUES(6,1793610000000000,'2026-11-02','fee','fee/33',6,1,1400,-4000,8400,2,NULL,'Count the seeds',NULL,'gruff',NULL,33);
INSERT INTO "accounting_transaction" VALUES(7,1793610000000000,'2026-11-02','fee','fee/34',5,1,1700,-6100,10100,3,'POPUG-7','Polish the mirror',NULL,'gruff',NULL,34);
INSERT INTO "accounting_transaction" VALUES(8,1793610000000000,'2026-11-02','fee','fee/35',6,1,1500,-5500,11600,4,NULL,'Sweep the seeds',NULL,'gruff',NULL,35);
INSERT INTO "accounting_transaction" VALUES(9,1793610000000000,'2026-11-02','reward','reward/4',1,6,2100,9500,-3400,4,NULL,'Sweep the seeds',NULL,'kesha',NULL,40);
INSERT INTO "accounting_transaction" VALUES(10,1793610000000000,'2026-11-02','reward','reward/2',1,6,3200,6300,-200,2,NULL,'Count the seeds',NULL,'kesha',NULL,41);
INSERT INTO "accounting_transaction" VALUES(11,1793610000000000,'2026-11-02','adjustment','adjustment/11',1,6,1250,5050,1050,NULL,NULL,NULL,'crumbs','penny',NULL,NULL);
INSERT INTO "accounting_transaction" VALUES(12,1793610000000000,'2026-11-02','adjustment','adjustment/12',1,5,9500,-4450,3400,NULL,NULL,NULL,'seeds','polly',NULL,NULL);
INSERT INTO "accounting_transaction" VALUES(13,1793610000000000,'2026-11-02','reversal','reversal/2',1,6,1400,-5850,2450,2,NULL,'Count the seeds','twice','penny',2,NULL);
INSERT INTO "accounting_transaction" VALUES(14,1793772000000000,'2026-11-02','payout','payout/2026-11-02/3',5,2,3400,0,3400,NULL,NULL,NULL,NULL,'token:cron',NULL,NULL);
INSERT INTO "accounting_transaction" VALUES(15,1793772000000000,'2026-11-02','payout','payout/2026-11-02/4',6,2,2450,0,5850,NULL,NULL,NULL,NULL,'token:cron',NULL,NULL);
INSERT INTO "accounting_transaction" VALUES(16,1793772000000000,'2026-11-04','fee','fee/59',6,1,1200,-1200,-4650,5,NULL,'Wipe the perch',NULL,'gruff',NULL,59);
CREATE TABLE accounting_user (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO "accounting_user" VALUES(1,'polly');
INSERT INTO "accounting_user" VALUES(2,'gruff');
INSERT INTO "accounting_user" VALUES(3,'penny');
INSERT INTO "accounting_user" VALUES(4,'kesha');
CREATE TABLE analytics_balance (
    generation INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    balance_cents INTEGER NOT NULL,
    PRIMARY KEY (generation, user_id)
) STRICT;
INSERT INTO "analytics_balance" VALUES(1,3,0);
INSERT INTO "analytics_balance" VALUES(1,4,-1200);
CREATE TABLE analytics_change (
    generation INTEGER NOT NULL,
    day TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    change_cents INTEGER NOT NULL,
    PRIMARY KEY (generation, day, user_id)
) STRICT;
INSERT INTO "analytics_change" VALUES(1,'2026-11-02',3,0);
INSERT INTO "analytics_change" VALUES(1,'2026-11-02',4,0);
INSERT INTO "analytics_change" VALUES(1,'2026-11-04',4,-1200);
CREATE TABLE analytics_day (
    generation INTEGER NOT NULL,
    day TEXT NOT NULL,
    fees_cents INTEGER NOT NULL,
    rewards_cents INTEGER NOT NULL,
    top_task_id INTEGER,
    top_reward_cents INTEGER,
    top_seq INTEGER,
    top_sharing INTEGER,
    PRIMARY KEY (generation, day)
) STRICT;
INSERT INTO "analytics_day" VALUES(1,'2026-11-02',11600,5300,2,3200,43,1);
INSERT INTO "analytics_day" VALUES(1,'2026-11-04',1200,0,NULL,NULL,NULL,NULL);
CREATE TABLE analytics_generation (
    generation INTEGER NOT NULL PRIMARY KEY CHECK (generation > 0),
    state TEXT NOT NULL CHECK (state IN ('current', 'filling')),
    rebuilt_through INTEGER NOT NULL CHECK (rebuilt_through >= 0)
) STRICT;
INSERT INTO "analytics_generation" VALUES(1,'current',0);
CREATE TABLE "analytics_task" (
    generation INTEGER NOT NULL,
    id INTEGER NOT NULL,
    ticket TEXT,
    title TEXT NOT NULL,
    PRIMARY KEY (generation, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "analytics_task" VALUES(1,1,'POPUG-42','Oil both perches');
INSERT INTO "analytics_task" VALUES(1,2,NULL,'Count the seeds');
INSERT INTO "analytics_task" VALUES(1,3,'POPUG-7','Polish the mirror');
INSERT INTO "analytics_task" VALUES(1,4,NULL,'Sweep the seeds');
INSERT INTO "analytics_task" VALUES(1,5,NULL,'Wipe the perch');
CREATE TABLE app_request_key (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) = 64),
    answer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
INSERT INTO "app_request_key" VALUES('gruff','key-1','7e55b41b0fc1f7a49ce529c17674b0e0193954e1efa99a36285857f9c639e3d6','{"id":1,"title":"Oil the perch","ticket":"POPUG-42","description":"With linseed oil.","status":"open","author":"gruff","assignee":"penny","created_at":"2026-11-02T09:00:00Z","assigned_at":"2026-11-02T09:00:00Z","closed_at":null,"fee_cents":null,"reward_cents":null}',1793610000000000);
INSERT INTO "app_request_key" VALUES('token:cron','key-2','730603e470e15420a8a1094e6aa436bf60356808df3646e76ace0077f40b7470','{"id":2,"title":"Count the seeds","ticket":null,"description":null,"status":"open","author":"penny","assignee":"kesha","created_at":"2026-11-02T09:00:00Z","assigned_at":"2026-11-02T09:00:00Z","closed_at":null,"fee_cents":null,"reward_cents":null}',1793610000000000);
INSERT INTO "app_request_key" VALUES('gruff','key-3','4d7b487d10350c7920481055250fa2afc36e6ff792bf7a6a24a659167945a7b6','{"id":1,"title":"Oil both perches","ticket":"POPUG-42","description":null,"status":"open","author":"gruff","assignee":"penny","created_at":"2026-11-02T09:00:00Z","assigned_at":"2026-11-02T09:00:00Z","closed_at":null,"fee_cents":1200,"reward_cents":3300}',1793610000000000);
INSERT INTO "app_request_key" VALUES('gruff','key-4','d21c84ef9dc695ebc734e28ae758dbae09052dd1240e4d1f10a2cb8bc9ee9147','{"imported":2,"skipped":0,"draw":3,"first_id":3,"last_id":4,"fees_cents":null,"dry_run":false}',1793610000000000);
INSERT INTO "app_request_key" VALUES('gruff','key-5','07cad5bf595d99a3516a54f1f71bd1941859829da2f831b3dc81383b62a07bb2','{"reassigned":4,"pool":2,"fees_cents":5800,"draw":4,"dry_run":false}',1793610000000000);
INSERT INTO "app_request_key" VALUES('kesha','key-6','42f26bdfb5f87a8f7858f10367bd13f12f3958a80d2dfbca2f8dc76f5f86d1fe','[{"id":4,"title":"Sweep the seeds","ticket":null,"description":"all of them","status":"closed","author":"gruff","assignee":"kesha","created_at":"2026-11-02T09:00:00Z","assigned_at":"2026-11-02T09:00:00Z","closed_at":"2026-11-02T09:00:00Z","fee_cents":1500,"reward_cents":2100,"balance_cents":null},{"id":2,"title":"Count the seeds","ticket":null,"description":null,"status":"closed","author":"penny","assignee":"kesha","created_at":"2026-11-02T09:00:00Z","assigned_at":"2026-11-02T09:00:00Z","closed_at":"2026-11-02T09:00:00Z","fee_cents":1400,"reward_cents":3200,"balance_cents":null}]',1793610000000000);
INSERT INTO "app_request_key" VALUES('polly','key-7','3574da8e89d76b9c31b2ec599826361d4900ad3970b2a920630fd210ef65a668','{"key":"fee_max","value":"19","default":"20","about":"the highest fee, in whole units"}',1793610000000000);
INSERT INTO "app_request_key" VALUES('polly','key-8','0b4922667412dd52384c3a0eb3f0e9b19facce54d11eb63d84da089f50a04ab1','{"name":"kesha","role":"worker","email":"kesha@popug.example","full_name":"Kesha","active":true}',1793610000000000);
INSERT INTO "app_request_key" VALUES('polly','key-9','426a745184620bc7af0a41981852c471732f42dd904f98246ec0594d064c55d9','{"name":"old","for":["day.close"],"as":null,"created_by":"polly","last_used_at":null,"expires_at":"2027-11-02T09:00:00Z"}',1793610000000000);
INSERT INTO "app_request_key" VALUES('penny','key-10','f8140f77c86725a33e40abd30bd1a7fc3da7b4a580c95704e1f99c04193db4c5','{"id":11,"at":"2026-11-02T09:00:00Z","day":"2026-11-02","kind":"adjustment","amount_cents":1250,"balance_cents":1050,"task":null,"memo":"crumbs","actor":"penny","mends":null}',1793610000000000);
INSERT INTO "app_request_key" VALUES('penny','key-11','0c130c2fb94ed3f46ce1ad097dd47abee7ee0cde62bf622782bd5a6149805e4c','{"id":13,"at":"2026-11-02T09:00:00Z","day":"2026-11-02","kind":"reversal","amount_cents":1400,"balance_cents":2450,"task":{"id":2,"ticket":null,"title":"Count the seeds"},"memo":"twice","actor":"penny","mends":2}',1793610000000000);
INSERT INTO "app_request_key" VALUES('token:cron','key-12
2026-11-02','570084ac5c67f31660be8f53f7824e0e2403b23d60c53124b1e7e6372eec7db0','{"day":"2026-11-02","closed_at":"2026-11-04T06:00:00Z","payouts":2,"paid_cents":5850,"earned_cents":6300,"debts_cents":0,"seal":"e52ef0d5883d68a4e6a41185e263ff963916d978dba9e3a0e115103860b39ce0"}',1793772000000000);
INSERT INTO "app_request_key" VALUES('token:cron','key-12
2026-11-03','570084ac5c67f31660be8f53f7824e0e2403b23d60c53124b1e7e6372eec7db0','{"day":"2026-11-03","closed_at":"2026-11-04T06:00:00Z","payouts":0,"paid_cents":0,"earned_cents":0,"debts_cents":0,"seal":"4a043cd00485972457f297cd7bd6e6cb18dcb6b8f2db7ecbdcb5746a6591d867"}',1793772000000000);
INSERT INTO "app_request_key" VALUES('token:cron','key-12','570084ac5c67f31660be8f53f7824e0e2403b23d60c53124b1e7e6372eec7db0','{"closed":[{"day":"2026-11-02","closed_at":"2026-11-04T06:00:00Z","payouts":2,"paid_cents":5850,"earned_cents":6300,"debts_cents":0,"seal":"e52ef0d5883d68a4e6a41185e263ff963916d978dba9e3a0e115103860b39ce0"},{"day":"2026-11-03","closed_at":"2026-11-04T06:00:00Z","payouts":0,"paid_cents":0,"earned_cents":0,"debts_cents":0,"seal":"4a043cd00485972457f297cd7bd6e6cb18dcb6b8f2db7ecbdcb5746a6591d867"}],"dry_run":false}',1793772000000000);
INSERT INTO "app_request_key" VALUES('penny','key-13','e11648a1b2e398fdddaa53a1f72334c35b8afd1e0f4bfc37786c9929f9451291','[{"id":1,"day":"2026-11-02","user":"penny","amount_cents":3400,"state":"pending","attempts":0,"next_at":"2026-11-04T06:00:00Z","last_error":"/dev/null/letters/tmp: Not a directory (os error 20)"}]',1793772000000000);
INSERT INTO "app_request_key" VALUES('penny','key-14','ffd23d67208c6ddc3bfa2b9be68d4a0ce9081431875a9d8c4376833079d9e0bd','[{"id":2,"day":"2026-11-02","user":"kesha","amount_cents":2450,"state":"dead","attempts":1,"next_at":null,"last_error":"/dev/null/letters/tmp: Not a directory (os error 20)"}]',1793772000000000);
INSERT INTO "app_request_key" VALUES('penny','key-15','a12919967acca43fd92b3961e730020bcb8d457e152845b6c70b2029eaa5351a','[{"id":1,"day":"2026-11-02","user":"penny","amount_cents":3400,"state":"pending","attempts":0,"next_at":"2026-11-04T06:00:00Z","last_error":null}]',1793772000000000);
INSERT INTO "app_request_key" VALUES('polly','key-16','153be0de0c1f053b503c0334bbb027b32eedb1e6a1757efdb6798907bc19e1c0','{"id":1,"consumer":"accounting","seq":57,"name":"task.closed","subject":"task/99","reason":"task 99 has no price","at":"2026-11-04T06:00:00Z","parked":0,"state":"discarded","ended_at":"2026-11-04T06:00:00Z","ended_by":"polly","ended_because":"forged"}',1793772000000000);
CREATE TABLE app_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "app_setting" VALUES('timezone','UTC');
INSERT INTO "app_setting" VALUES('currency','USD');
INSERT INTO "app_setting" VALUES('fee_min','10');
INSERT INTO "app_setting" VALUES('fee_max','19');
INSERT INTO "app_setting" VALUES('reward_min','20');
INSERT INTO "app_setting" VALUES('reward_max','40');
INSERT INTO "app_setting" VALUES('mail','maildir:/dev/null/letters');
INSERT INTO "app_setting" VALUES('mail_from','accounting@uberpopug.example');
INSERT INTO "app_setting" VALUES('payments','none');
CREATE TABLE auth_attempt (
    name TEXT NOT NULL PRIMARY KEY,
    failed INTEGER NOT NULL CHECK (failed > 0),
    blocked_until INTEGER NOT NULL
) STRICT;
CREATE TABLE auth_beak (
    user_id INTEGER NOT NULL PRIMARY KEY REFERENCES auth_user (id),
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO "auth_beak" VALUES(1,'$argon2id$v=19$m=19456,t=2,p=1$ZE3xGy9k9jqt3yZysGaLJA$yQTto4usY3tVAG+zHj3ycEF2thqSGMtoiTzW7cPDqwE',1793610000000000);
INSERT INTO "auth_beak" VALUES(2,'$argon2id$v=19$m=19456,t=2,p=1$2Wa5BglCg6/FiaLnQfMcvw$cO36Jj+z6lsPm9nbbNiDmgpjx7PKeBB6xQRnOIQETN4',1793610000000000);
INSERT INTO "auth_beak" VALUES(3,'$argon2id$v=19$m=19456,t=2,p=1$kdgI7DN7SNlfBNL5ZPTk2w$axmX3UTrJJoP1SsLPzHtYaWlvroNz/FkBUzWV1eECMU',1793610000000000);
INSERT INTO "auth_beak" VALUES(4,'$argon2id$v=19$m=19456,t=2,p=1$7UL/HyDSxOYGUywbnxHHWA$ARy2zhzKYd1TDeqALwn6Q2d4MeC3h8bsijX0pWBO3Rs',1793610000000000);
CREATE TABLE auth_enrolment (
    user_id INTEGER NOT NULL PRIMARY KEY REFERENCES auth_user (id),
    code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE auth_session (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    user_id INTEGER NOT NULL REFERENCES auth_user (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO "auth_session" VALUES('7ccdfe9c5e8bb6764b81a42b247c4d7d9aff1ca63f5eac27d75f9ba50cce2f1d',1,1793610000000000,1796202000000000);
INSERT INTO "auth_session" VALUES('96ecb40c6b2080fafdba45e9bdedccbd609d82f15ee1b103de395718fdc5de63',2,1793610000000000,1796202000000000);
INSERT INTO "auth_session" VALUES('fd6f5ffce429ded49f7d1cdc8117610f5ef21ae7b1de67709e6bd481bb7f7d73',3,1793610000000000,1796202000000000);
INSERT INTO "auth_session" VALUES('2264315d59598677417b404b92be6be99c862294ab5e785da165c6f9b08a7fe4',4,1793610000000000,1796202000000000);
CREATE TABLE auth_token (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    acts_as INTEGER REFERENCES auth_user (id),
    created_by INTEGER NOT NULL REFERENCES auth_user (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;
INSERT INTO "auth_token" VALUES('e8ce2d5891267bc27532ff408ea2adc9d64fefe99f6c4f06d9df121c03b6181f','cron','task.read,task.create,task.edit,day.close',3,1,1793610000000000,NULL,1793772000000000,NULL);
INSERT INTO "auth_token" VALUES('0ed9cf61b74da83c04c6744c628e3ea18e8ddb38a4ea2808703f46eb168e52f7','old','day.close',NULL,1,1793610000000000,1825146000000000,NULL,1793610000000000);
CREATE TABLE auth_user (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'manager', 'accountant', 'worker')),
    email TEXT NOT NULL,
    full_name TEXT,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "auth_user" VALUES(1,'polly','admin','polly@popug.example',NULL,1,1793610000000000);
INSERT INTO "auth_user" VALUES(2,'gruff','manager','gruff@popug.example',NULL,1,1793610000000000);
INSERT INTO "auth_user" VALUES(3,'penny','accountant','penny@popug.example',NULL,1,1793610000000000);
INSERT INTO "auth_user" VALUES(4,'kesha','worker','kesha@popug.example','Kesha',1,1793610000000000);
CREATE TABLE delivery_letter (
    invoice_id INTEGER NOT NULL PRIMARY KEY CHECK (invoice_id > 0),
    day TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    transaction_id INTEGER NOT NULL,
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    finalized_at INTEGER NOT NULL,
    domain TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'dead')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_at INTEGER,
    last_error TEXT,
    sent_at INTEGER, sent_to TEXT, sent_from TEXT, sent_timezone TEXT, discarded_at INTEGER, discarded_by TEXT,
    CHECK ((state = 'pending') = (next_at IS NOT NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
) STRICT;
INSERT INTO "delivery_letter" VALUES(1,'2026-11-02',3,14,3400,1793772000000000,'uberpopug.example','pending',1,1793772060000000,'/dev/null/letters/tmp: Not a directory (os error 20)',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "delivery_letter" VALUES(2,'2026-11-02',4,15,2450,1793772000000000,'uberpopug.example','dead',1,NULL,'/dev/null/letters/tmp: Not a directory (os error 20)',NULL,NULL,NULL,NULL,1793772000000000,'penny');
CREATE TABLE delivery_payment (
    invoice_id INTEGER NOT NULL PRIMARY KEY CHECK (invoice_id > 0),
    day TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    transaction_id INTEGER NOT NULL,
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    finalized_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'processed', 'refused')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_at INTEGER,
    last_error TEXT,
    ended_at INTEGER,
    CHECK ((state = 'pending') = (next_at IS NOT NULL)),
    CHECK ((state = 'pending') = (ended_at IS NULL))
) STRICT;
INSERT INTO "delivery_payment" VALUES(1,'2026-11-02',3,14,3400,1793772000000000,'processed',0,NULL,NULL,1793772000000000);
INSERT INTO "delivery_payment" VALUES(2,'2026-11-02',4,15,2450,1793772000000000,'processed',0,NULL,NULL,1793772000000000);
CREATE TABLE delivery_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "delivery_setting" VALUES('currency','USD');
INSERT INTO "delivery_setting" VALUES('mail','maildir:/dev/null/letters');
INSERT INTO "delivery_setting" VALUES('mail_from','accounting@uberpopug.example');
INSERT INTO "delivery_setting" VALUES('payments','none');
INSERT INTO "delivery_setting" VALUES('timezone','UTC');
CREATE TABLE delivery_user (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    full_name TEXT
) STRICT;
INSERT INTO "delivery_user" VALUES(1,'polly','polly@popug.example',NULL);
INSERT INTO "delivery_user" VALUES(2,'gruff','gruff@popug.example',NULL);
INSERT INTO "delivery_user" VALUES(3,'penny','penny@popug.example',NULL);
INSERT INTO "delivery_user" VALUES(4,'kesha','kesha@popug.example','Kesha');
CREATE TABLE events_dead (
    id INTEGER NOT NULL PRIMARY KEY,
    consumer TEXT NOT NULL,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('dead', 'parked', 'released', 'retried', 'discarded')),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by TEXT,
    ended_because TEXT,
    UNIQUE (consumer, seq)
) STRICT;
INSERT INTO "events_dead" VALUES(1,'accounting',57,'task.closed','task/99','discarded','task 99 has no price',1793772000000000,1793772000000000,'polly','forged');
CREATE TABLE events_log (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    name TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    subject TEXT NOT NULL,
    producer TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    cause INTEGER,
    data TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
INSERT INTO "events_log" VALUES(1,'setting.updated',1,'setting/timezone','app',1793610000000000,'system',NULL,'{"key":"timezone","value":"UTC"}','9c7fa2dbd0185666ff21ed36e74c777a79fcb52767118f0e63bffd6b8cd2ba49');
INSERT INTO "events_log" VALUES(2,'setting.updated',1,'setting/currency','app',1793610000000000,'system',NULL,'{"key":"currency","value":"USD"}','0afe638a9204686a2bbbc0b985c8d7f43d80248e8daaf639260e73f73aaea182');
INSERT INTO "events_log" VALUES(3,'setting.updated',1,'setting/fee_min','app',1793610000000000,'system',NULL,'{"key":"fee_min","value":"10"}','361307525e79777eba2e18c9b0f070f600aa597f81acf69d964882bd62787d44');
INSERT INTO "events_log" VALUES(4,'setting.updated',1,'setting/fee_max','app',1793610000000000,'system',NULL,'{"key":"fee_max","value":"20"}','21e3aec9e30697b44083d6f3b0688ed6f8e9b9a7b074db27e1eb8991feb14954');
INSERT INTO "events_log" VALUES(5,'setting.updated',1,'setting/reward_min','app',1793610000000000,'system',NULL,'{"key":"reward_min","value":"20"}','09ed65cf94497661ff88ba836a50b3ad50a693c2e9a068661fc98ecc1b1a426f');
INSERT INTO "events_log" VALUES(6,'setting.updated',1,'setting/reward_max','app',1793610000000000,'system',NULL,'{"key":"reward_max","value":"40"}','a65baee6d0c7bad979706db9f7c6f56440730b9680b11080209128787aee6689');
INSERT INTO "events_log" VALUES(7,'setting.updated',1,'setting/mail','app',1793610000000000,'system',NULL,'{"key":"mail","value":"maildir"}','e392d1e5aa087c131a960f38fb7da66d4c381ddc7d6e4c5661d978109fccdb5c');
INSERT INTO "events_log" VALUES(8,'setting.updated',1,'setting/mail_from','app',1793610000000000,'system',NULL,'{"key":"mail_from","value":"accounting@uberpopug.example"}','ba52b18e1bc85119a59bb5cef341389cc2f6991d24267ff6afc5f0f37ddfed15');
INSERT INTO "events_log" VALUES(9,'setting.updated',1,'setting/payments','app',1793610000000000,'system',NULL,'{"key":"payments","value":"none"}','e35fd5808a42fb4d7bd41295d80e18aaf9a73153ce1208ad85d56b0b48a89440');
INSERT INTO "events_log" VALUES(10,'user.created',1,'user/1','auth',1793610000000000,'system',NULL,'{"user":1,"name":"polly","role":"admin","email":"polly@popug.example","full_name":null,"active":true}','aa425aed79cc0e53147d37f2c43cc08d34a7796979fc61b6752275e5d3e867e1');
INSERT INTO "events_log" VALUES(11,'user.created',1,'user/2','auth',1793610000000000,'polly',NULL,'{"user":2,"name":"gruff","role":"manager","email":"gruff@popug.example","full_name":null,"active":true}','4d90c1d0f60d47a9ea67905bc0be92f3bca6a773304ab0ca4ec78cbc86c87a9c');
INSERT INTO "events_log" VALUES(12,'user.created',1,'user/3','auth',1793610000000000,'polly',NULL,'{"user":3,"name":"penny","role":"accountant","email":"penny@popug.example","full_name":null,"active":true}','988ac36f694e07c9c6a7cfdbe1e304cdf9b8e7bfd4387e238b02727cbbd47078');
INSERT INTO "events_log" VALUES(13,'user.created',1,'user/4','auth',1793610000000000,'polly',NULL,'{"user":4,"name":"kesha","role":"worker","email":"kesha@popug.example","full_name":null,"active":true}','9adc47b1676905b981bcd430af1cc83f4e228c5cfda536948e43d9152a7a4aed');
INSERT INTO "events_log" VALUES(14,'setting.updated',1,'setting/mail','app',1793610000000000,'polly',NULL,'{"key":"mail","value":"maildir:/dev/null/letters"}','f5d9571835b1ddd9bdd6f1b24a6fca7ec68db0ac3d694ba25db6aa05bf25152b');
INSERT INTO "events_log" VALUES(15,'task.created',2,'task/1','tasks',1793610000000000,'gruff',NULL,'{"task":1,"ticket":"POPUG-42","title":"Oil the perch","description":"With linseed oil.","author":2}','2fc6e8966cbde75ca244d966bc2f5cd49b682a7b8f1bd352923068ee61932831');
INSERT INTO "events_log" VALUES(16,'task.assigned',1,'task/1','tasks',1793610000000000,'gruff',15,'{"task":1,"assignee":3,"draw":1,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"9e991416313c7e35c6829465d83c953dda0890c13e7b6dc7a5883153057f21be","seed_given":true,"pool":2,"pool_members":2,"tasks":1}}','b658c2d816fd99a4efbf708173c2f09f7a9d0c6e8d92c6b349b9eb53f1c45ee6');
INSERT INTO "events_log" VALUES(17,'task.priced',1,'task/1','accounting',1793610000000000,'system',15,'{"task":1,"fee_cents":1200,"reward_cents":3300}','eec6d04d2320adebcf9d915eaf3dd4893c26b66345287635860c760e39cd4dab');
INSERT INTO "events_log" VALUES(18,'transaction.created',1,'transaction/1','accounting',1793610000000000,'system',16,'{"transaction":1,"kind":"fee","day":"2026-11-02","from":{"user":3},"to":"management","amount_cents":1200,"task":1,"ticket":"POPUG-42","title":"Oil the perch","memo":null,"mends":null}','71cdd7bc03b1c2332be39fe07822caee7a21a517da4b8deaabf8378a3c05f4a3');
INSERT INTO "events_log" VALUES(19,'task.created',2,'task/2','tasks',1793610000000000,'token:cron',NULL,'{"task":2,"ticket":null,"title":"Count the seeds","description":null,"author":3}','cd3450cd650da3cbeff2f8d0ce2a127d96877edb94be65d62705c53602e85461');
INSERT INTO "events_log" VALUES(20,'task.assigned',1,'task/2','tasks',1793610000000000,'token:cron',19,'{"task":2,"assignee":4,"draw":2,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"c8ab35255d491294998c9074dc41f5ff10009eced41775dc5b7a53f02429d6c9","seed_given":true,"pool":2,"pool_members":2,"tasks":1}}','54afbd8c46ada1f49129d746f48785348a5b022c58174bd7be60c2076d343fe3');
INSERT INTO "events_log" VALUES(21,'task.priced',1,'task/2','accounting',1793610000000000,'system',19,'{"task":2,"fee_cents":1400,"reward_cents":3200}','277486988956f00b2c73f4db054088026dcddb9ab6d63de3abfc201333e7fbc1');
INSERT INTO "events_log" VALUES(22,'transaction.created',1,'transaction/2','accounting',1793610000000000,'system',20,'{"transaction":2,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1400,"task":2,"ticket":null,"title":"Count the seeds","memo":null,"mends":null}','2c19f8e96b2c06931a24eb7cee7d3b98cab53109d2671faa8e40e7c055f4232a');
INSERT INTO "events_log" VALUES(23,'task.updated',1,'task/1','tasks',1793610000000000,'gruff',NULL,'{"task":1,"ticket":"POPUG-42","title":"Oil both perches","description":null}','a3ee880846e0a7021436c96ec264e1f6c3d67616a4c64d12a538968e2f13e152');
INSERT INTO "events_log" VALUES(24,'task.created',2,'task/3','tasks',1793610000000000,'gruff',NULL,'{"task":3,"ticket":"POPUG-7","title":"Polish the mirror","description":null,"author":2}','b1d56295ad4f31b3a0f712c386a6fc85feac5a3286ddd7db1cde1034d02bce00');
INSERT INTO "events_log" VALUES(25,'task.assigned',1,'task/3','tasks',1793610000000000,'gruff',24,'{"task":3,"assignee":3,"draw":3,"index":0,"drawn":{"reason":"imported","algorithm":"popug-draw/1","seed":"34c120beb59b40b078a88f7789b06e6039375993f6354a7538097a5ecd7b6947","seed_given":true,"pool":2,"pool_members":2,"tasks":2}}','9126669940ee5cf6555caa6ed49f22d8bc6bfa7ca0d6caae126e3dee0751a4d7');
INSERT INTO "events_log" VALUES(26,'task.created',2,'task/4','tasks',1793610000000000,'gruff',NULL,'{"task":4,"ticket":null,"title":"Sweep the seeds","description":"all of them","author":2}','cb03eb6f5c2ffebc3d33314cfd4108075f1ab25da905c46864d54779bd985502');
INSERT INTO "events_log" VALUES(27,'task.assigned',1,'task/4','tasks',1793610000000000,'gruff',26,'{"task":4,"assignee":3,"draw":3,"index":1,"drawn":null}','079153fdb3fe01a07bbea8c3f88264c8e0a5e6069ddfa81e2a3e92f8722f370e');
INSERT INTO "events_log" VALUES(28,'task.priced',1,'task/3','accounting',1793610000000000,'system',24,'{"task":3,"fee_cents":1700,"reward_cents":2100}','4e22dcb72603e4d142a3a9f39192acdc03ae913e55e4b469783d25d6924ccce5');
INSERT INTO "events_log" VALUES(29,'transaction.created',1,'transaction/3','accounting',1793610000000000,'system',25,'{"transaction":3,"kind":"fee","day":"2026-11-02","from":{"user":3},"to":"management","amount_cents":1700,"task":3,"ticket":"POPUG-7","title":"Polish the mirror","memo":null,"mends":null}','ba683a135096565d74ed77bbe1a3405d3b2939cd32f589a2d366880083521e7c');
INSERT INTO "events_log" VALUES(30,'task.priced',1,'task/4','accounting',1793610000000000,'system',26,'{"task":4,"fee_cents":1500,"reward_cents":2100}','cfdcaf4d36aceb5ce22655623da5ff5d3f6a9b4fbed28ea3ada217bae15526b8');
INSERT INTO "events_log" VALUES(31,'transaction.created',1,'transaction/4','accounting',1793610000000000,'system',27,'{"transaction":4,"kind":"fee","day":"2026-11-02","from":{"user":3},"to":"management","amount_cents":1500,"task":4,"ticket":null,"title":"Sweep the seeds","memo":null,"mends":null}','7a5070b674ccaad4604e8f8435c51344da02c1a01311c93d7be22b00e2b797e9');
INSERT INTO "events_log" VALUES(32,'task.assigned',1,'task/1','tasks',1793610000000000,'gruff',NULL,'{"task":1,"assignee":4,"draw":4,"index":0,"drawn":{"reason":"reassigned","algorithm":"popug-draw/1","seed":"2bb06c2a94a8062ec5f7be62e825ec744f990d46f0d7d5a2606234ea425cc969","seed_given":true,"pool":2,"pool_members":2,"tasks":4}}','6db300d2ed89407d999763e5b1efdb13245296419a254acbe557373454ed5201');
INSERT INTO "events_log" VALUES(33,'task.assigned',1,'task/2','tasks',1793610000000000,'gruff',NULL,'{"task":2,"assignee":4,"draw":4,"index":1,"drawn":null}','822845f95c3dc3571bd5e52eefa9f9613506228215bcda071685a8cc0147c48d');
INSERT INTO "events_log" VALUES(34,'task.assigned',1,'task/3','tasks',1793610000000000,'gruff',NULL,'{"task":3,"assignee":3,"draw":4,"index":2,"drawn":null}','5bb2bc950ad2a8691670f383faf8c599866f5e76ca6af6cc6d8744869b85c5d5');
INSERT INTO "events_log" VALUES(35,'task.assigned',1,'task/4','tasks',1793610000000000,'gruff',NULL,'{"task":4,"assignee":4,"draw":4,"index":3,"drawn":null}','3652d291a5ad20fee8a53246e9beb366322e828fd5fd9310fb317137080ddf15');
INSERT INTO "events_log" VALUES(36,'transaction.created',1,'transaction/5','accounting',1793610000000000,'system',32,'{"transaction":5,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1200,"task":1,"ticket":"POPUG-42","title":"Oil both perches","memo":null,"mends":null}','9d84ea5c79326b0ab2a12302cc67a1570b78c00fe44b56b04e1aaaa0f5d8b22c');
INSERT INTO "events_log" VALUES(37,'transaction.created',1,'transaction/6','accounting',1793610000000000,'system',33,'{"transaction":6,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1400,"task":2,"ticket":null,"title":"Count the seeds","memo":null,"mends":null}','938d2be209370f9e792494d0a1ca25fdcacabd20ea314d35dc0700654d5ce4ee');
INSERT INTO "events_log" VALUES(38,'transaction.created',1,'transaction/7','accounting',1793610000000000,'system',34,'{"transaction":7,"kind":"fee","day":"2026-11-02","from":{"user":3},"to":"management","amount_cents":1700,"task":3,"ticket":"POPUG-7","title":"Polish the mirror","memo":null,"mends":null}','2a7f3b811dbc5f1ed9f5546dc070985713db056ff228e658da968e876b249e84');
INSERT INTO "events_log" VALUES(39,'transaction.created',1,'transaction/8','accounting',1793610000000000,'system',35,'{"transaction":8,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1500,"task":4,"ticket":null,"title":"Sweep the seeds","memo":null,"mends":null}','2dedee91ee4ccde3603dd09dea0fa15fadae445977374275cdb529f17ccf9677');
INSERT INTO "events_log" VALUES(40,'task.closed',1,'task/4','tasks',1793610000000000,'kesha',NULL,'{"task":4,"by":4}','c8608c102dce1b6ac986f808b6182a23cdc0f4db21a9881ef4e1807d5b5146a3');
INSERT INTO "events_log" VALUES(41,'task.closed',1,'task/2','tasks',1793610000000000,'kesha',NULL,'{"task":2,"by":4}','db9b4d18f46379b1d8b7275b683a77ca23e6d092d8992204c07c589edab32d2d');
INSERT INTO "events_log" VALUES(42,'transaction.created',1,'transaction/9','accounting',1793610000000000,'system',40,'{"transaction":9,"kind":"reward","day":"2026-11-02","from":"management","to":{"user":4},"amount_cents":2100,"task":4,"ticket":null,"title":"Sweep the seeds","memo":null,"mends":null}','7aae4269130c24986e4123ec9cc496f44289556e944149d311a32bc6b8187293');
INSERT INTO "events_log" VALUES(43,'transaction.created',1,'transaction/10','accounting',1793610000000000,'system',41,'{"transaction":10,"kind":"reward","day":"2026-11-02","from":"management","to":{"user":4},"amount_cents":3200,"task":2,"ticket":null,"title":"Count the seeds","memo":null,"mends":null}','9db91e859b4a6d5d7c57348f1b5911115febcc8ab506d3b5cfd416e67990cd49');
INSERT INTO "events_log" VALUES(44,'setting.updated',1,'setting/fee_max','app',1793610000000000,'polly',NULL,'{"key":"fee_max","value":"19"}','53def3cfe1a042bd0895072740c6412af3512d818750fdc9aed624793d0b62f9');
INSERT INTO "events_log" VALUES(45,'user.updated',1,'user/4','auth',1793610000000000,'polly',NULL,'{"user":4,"name":"kesha","role":"worker","email":"kesha@popug.example","full_name":"Kesha","active":true}','ca49c6cc47c8856b8f2a3b319ea5c8f37a243a76731599e75c87c8e1d4b8a450');
INSERT INTO "events_log" VALUES(46,'transaction.created',1,'transaction/11','accounting',1793610000000000,'penny',NULL,'{"transaction":11,"kind":"adjustment","day":"2026-11-02","from":"management","to":{"user":4},"amount_cents":1250,"task":null,"ticket":null,"title":null,"memo":"crumbs","mends":null}','1b7d5882c6f7fc7e3e5978d9ac35d100b237b742ed87637839df9bdc877f72e2');
INSERT INTO "events_log" VALUES(47,'transaction.created',1,'transaction/12','accounting',1793610000000000,'polly',NULL,'{"transaction":12,"kind":"adjustment","day":"2026-11-02","from":"management","to":{"user":3},"amount_cents":9500,"task":null,"ticket":null,"title":null,"memo":"seeds","mends":null}','b5a6d1ffcd4cc3cab62fae44781143674cde749ccb0627c2e22c42b23e3d20d6');
INSERT INTO "events_log" VALUES(48,'transaction.created',1,'transaction/13','accounting',1793610000000000,'penny',NULL,'{"transaction":13,"kind":"reversal","day":"2026-11-02","from":"management","to":{"user":4},"amount_cents":1400,"task":2,"ticket":null,"title":"Count the seeds","memo":"twice","mends":2}','c99a453a476f9e0f320b3737142bca445628d34277115a2be03233433bc5a633');
INSERT INTO "events_log" VALUES(49,'transaction.created',1,'transaction/14','accounting',1793772000000000,'token:cron',NULL,'{"transaction":14,"kind":"payout","day":"2026-11-02","from":{"user":3},"to":"bank","amount_cents":3400,"task":null,"ticket":null,"title":null,"memo":null,"mends":null}','83a1e1cd81044dd81625e59485f7d6c6df92dd7ed9c7ca5c17758af778dafcca');
INSERT INTO "events_log" VALUES(50,'transaction.created',1,'transaction/15','accounting',1793772000000000,'token:cron',NULL,'{"transaction":15,"kind":"payout","day":"2026-11-02","from":{"user":4},"to":"bank","amount_cents":2450,"task":null,"ticket":null,"title":null,"memo":null,"mends":null}','cdae37c6613090ba3c90d3d43a0c2f53cde978ada065e329982f10e3dc625a41');
INSERT INTO "events_log" VALUES(51,'account.finalized',1,'invoice/1','accounting',1793772000000000,'token:cron',49,'{"invoice":1,"day":"2026-11-02","user":3,"transaction":14,"amount_cents":3400}','bdb62a2a4fce5764c1e5dca42850bdcdf5124ec3162be48bcfb1d655e12a266b');
INSERT INTO "events_log" VALUES(52,'account.finalized',1,'invoice/2','accounting',1793772000000000,'token:cron',50,'{"invoice":2,"day":"2026-11-02","user":4,"transaction":15,"amount_cents":2450}','6a6acab38c461111915e7eb73d8e250fe74055d3cd2bf81610a6dcc1470462a8');
INSERT INTO "events_log" VALUES(53,'day.closed',1,'day/2026-11-02','accounting',1793772000000000,'token:cron',NULL,'{"day":"2026-11-02","payouts":2,"paid_cents":5850,"earned_cents":6300,"debts_cents":0}','e52ef0d5883d68a4e6a41185e263ff963916d978dba9e3a0e115103860b39ce0');
INSERT INTO "events_log" VALUES(54,'transaction.processed',1,'transaction/14','delivery',1793772000000000,'system',51,'{"transaction":14,"outcome":"processed","reference":null}','f091d644ab5144c4e6ea5ca2e25ed944e917432caea5e4ab2caa492c30ddd3f3');
INSERT INTO "events_log" VALUES(55,'transaction.processed',1,'transaction/15','delivery',1793772000000000,'system',52,'{"transaction":15,"outcome":"processed","reference":null}','5b767e5c44b6d1b4f5d2eee57d129926d30ca915ecdf1ade5bed64d5f1c2f976');
INSERT INTO "events_log" VALUES(56,'day.closed',1,'day/2026-11-03','accounting',1793772000000000,'token:cron',NULL,'{"day":"2026-11-03","payouts":0,"paid_cents":0,"earned_cents":0,"debts_cents":0}','4a043cd00485972457f297cd7bd6e6cb18dcb6b8f2db7ecbdcb5746a6591d867');
INSERT INTO "events_log" VALUES(57,'task.closed',1,'task/99','tasks',1793610000000000,'system',NULL,'{"task":99,"by":4}','e83b672269c8dfc97dc916bf04c8c4830b47fc62554516481b6ee95dae280945');
INSERT INTO "events_log" VALUES(58,'task.created',2,'task/5','tasks',1793772000000000,'gruff',NULL,'{"task":5,"ticket":null,"title":"Wipe the perch","description":null,"author":2}','b923cc5e123fd573d5dff8336fdf06f6b7723a08f78ce2708b32ad4ed7a18b34');
INSERT INTO "events_log" VALUES(59,'task.assigned',1,'task/5','tasks',1793772000000000,'gruff',58,'{"task":5,"assignee":4,"draw":5,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"d2df0f5b2ef23ed1bef0334d15467ac1cd1dcda00d0c47f9aee02e5ab74ec3fc","seed_given":true,"pool":2,"pool_members":2,"tasks":1}}','8bd533773ce73dd3dbe81b1e7a040a527b10936eea76698798e5d3a78873c61b');
INSERT INTO "events_log" VALUES(60,'task.priced',1,'task/5','accounting',1793772000000000,'system',58,'{"task":5,"fee_cents":1200,"reward_cents":2800}','7968a80241b548799cc903ee49b164730789b7d6fd393027296728af3f4744b5');
INSERT INTO "events_log" VALUES(61,'transaction.created',1,'transaction/16','accounting',1793772000000000,'system',59,'{"transaction":16,"kind":"fee","day":"2026-11-04","from":{"user":4},"to":"management","amount_cents":1200,"task":5,"ticket":null,"title":"Wipe the perch","memo":null,"mends":null}','b1a6b25e92ea5f995fa5c0fab985c0bb368c41c952728980ffd090cadc79a84e');
CREATE TABLE events_offset (
    consumer TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    heard INTEGER NOT NULL DEFAULT 0 CHECK (heard >= 0)
) STRICT;
INSERT INTO "events_offset" VALUES('accounting',61,59);
INSERT INTO "events_offset" VALUES('tasks',61,60);
INSERT INTO "events_offset" VALUES('analytics',61,61);
INSERT INTO "events_offset" VALUES('delivery',61,52);
CREATE TABLE log_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    schema INTEGER NOT NULL,
    store_id TEXT NOT NULL,
    sandbox INTEGER NOT NULL CHECK (sandbox IN (0, 1)),
    created_at INTEGER NOT NULL
, moved_to TEXT) STRICT;
INSERT INTO "log_head" VALUES(1,61,'b1a6b25e92ea5f995fa5c0fab985c0bb368c41c952728980ffd090cadc79a84e',14,'7c5bebda39f4634102f42f3ff68b460d',1,1793610000000000,NULL);
CREATE TABLE log_write (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE "tasks_assignment" (
    draw INTEGER NOT NULL,
    idx INTEGER NOT NULL CHECK (idx >= 0),
    task_id INTEGER NOT NULL,
    assignee_id INTEGER NOT NULL,
    PRIMARY KEY (draw, idx)
) STRICT, WITHOUT ROWID;
INSERT INTO "tasks_assignment" VALUES(1,0,1,3);
INSERT INTO "tasks_assignment" VALUES(2,0,2,4);
INSERT INTO "tasks_assignment" VALUES(3,0,3,3);
INSERT INTO "tasks_assignment" VALUES(3,1,4,3);
INSERT INTO "tasks_assignment" VALUES(4,0,1,4);
INSERT INTO "tasks_assignment" VALUES(4,1,2,4);
INSERT INTO "tasks_assignment" VALUES(4,2,3,3);
INSERT INTO "tasks_assignment" VALUES(4,3,4,4);
INSERT INTO "tasks_assignment" VALUES(5,0,5,4);
CREATE TABLE tasks_draw (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('created', 'imported', 'reassigned')),
    algorithm TEXT NOT NULL,
    seed TEXT NOT NULL CHECK (length(seed) = 64),
    seed_given INTEGER NOT NULL CHECK (seed_given IN (0, 1)),
    pool INTEGER NOT NULL,
    pool_members INTEGER NOT NULL CHECK (pool_members > 0),
    tasks INTEGER NOT NULL CHECK (tasks > 0)
) STRICT;
INSERT INTO "tasks_draw" VALUES(1,1793610000000000,'2026-11-02','gruff','created','popug-draw/1','9e991416313c7e35c6829465d83c953dda0890c13e7b6dc7a5883153057f21be',1,2,2,1);
INSERT INTO "tasks_draw" VALUES(2,1793610000000000,'2026-11-02','token:cron','created','popug-draw/1','c8ab35255d491294998c9074dc41f5ff10009eced41775dc5b7a53f02429d6c9',1,2,2,1);
INSERT INTO "tasks_draw" VALUES(3,1793610000000000,'2026-11-02','gruff','imported','popug-draw/1','34c120beb59b40b078a88f7789b06e6039375993f6354a7538097a5ecd7b6947',1,2,2,2);
INSERT INTO "tasks_draw" VALUES(4,1793610000000000,'2026-11-02','gruff','reassigned','popug-draw/1','2bb06c2a94a8062ec5f7be62e825ec744f990d46f0d7d5a2606234ea425cc969',1,2,2,4);
INSERT INTO "tasks_draw" VALUES(5,1793772000000000,'2026-11-04','gruff','created','popug-draw/1','d2df0f5b2ef23ed1bef0334d15467ac1cd1dcda00d0c47f9aee02e5ab74ec3fc',1,2,2,1);
CREATE TABLE "tasks_import_key" (
    author_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    task_id INTEGER NOT NULL,
    PRIMARY KEY (author_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "tasks_import_key" VALUES(2,'a',3);
INSERT INTO "tasks_import_key" VALUES(2,'b',4);
CREATE TABLE tasks_pool_change (
    version INTEGER NOT NULL PRIMARY KEY CHECK (version > 0),
    user_id INTEGER NOT NULL,
    joins INTEGER NOT NULL CHECK (joins IN (0, 1))
) STRICT;
INSERT INTO "tasks_pool_change" VALUES(1,3,1);
INSERT INTO "tasks_pool_change" VALUES(2,4,1);
CREATE TABLE tasks_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "tasks_setting" VALUES('timezone','UTC');
CREATE TABLE tasks_task (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    ticket TEXT,
    title TEXT NOT NULL,
    description TEXT,
    folded TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    author_id INTEGER NOT NULL,
    assignee_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_day TEXT NOT NULL,
    assigned_at INTEGER NOT NULL,
    closed_at INTEGER,
    closed_day TEXT,
    fee_cents INTEGER,
    reward_cents INTEGER,
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;
INSERT INTO "tasks_task" VALUES(1,'POPUG-42','Oil both perches',NULL,'oil both perches
popug-42
','open',2,4,1793610000000000,'2026-11-02',1793610000000000,NULL,NULL,1200,3300);
INSERT INTO "tasks_task" VALUES(2,NULL,'Count the seeds',NULL,'count the seeds

','closed',3,4,1793610000000000,'2026-11-02',1793610000000000,1793610000000000,'2026-11-02',1400,3200);
INSERT INTO "tasks_task" VALUES(3,'POPUG-7','Polish the mirror',NULL,'polish the mirror
popug-7
','open',2,3,1793610000000000,'2026-11-02',1793610000000000,NULL,NULL,1700,2100);
INSERT INTO "tasks_task" VALUES(4,NULL,'Sweep the seeds','all of them','sweep the seeds

all of them','closed',2,4,1793610000000000,'2026-11-02',1793610000000000,1793610000000000,'2026-11-02',1500,2100);
INSERT INTO "tasks_task" VALUES(5,NULL,'Wipe the perch',NULL,'wipe the perch

','open',2,4,1793772000000000,'2026-11-04',1793772000000000,NULL,NULL,1200,2800);
CREATE TABLE tasks_user (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    in_pool INTEGER NOT NULL CHECK (in_pool IN (0, 1))
) STRICT;
INSERT INTO "tasks_user" VALUES(1,'polly','admin',1,0);
INSERT INTO "tasks_user" VALUES(2,'gruff','manager',1,0);
INSERT INTO "tasks_user" VALUES(3,'penny','accountant',1,1);
INSERT INTO "tasks_user" VALUES(4,'kesha','worker',1,1);
CREATE TRIGGER events_log_no_update BEFORE UPDATE ON events_log BEGIN SELECT RAISE(ABORT, 'events_log is append-only'); END;
CREATE TRIGGER events_log_no_delete BEFORE DELETE ON events_log BEGIN SELECT RAISE(ABORT, 'events_log is append-only'); END;
CREATE TRIGGER events_log_no_replace BEFORE INSERT ON events_log WHEN EXISTS (SELECT 1 FROM events_log WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'events_log is append-only'); END;
CREATE INDEX events_log_subject ON events_log (subject, seq);
CREATE INDEX events_dead_state ON events_dead (state, consumer, subject);
CREATE INDEX auth_session_user ON auth_session (user_id);
CREATE INDEX tasks_user_pool ON tasks_user (in_pool, id);
CREATE TRIGGER tasks_pool_change_no_update BEFORE UPDATE ON tasks_pool_change BEGIN SELECT RAISE(ABORT, 'tasks_pool_change is append-only'); END;
CREATE TRIGGER tasks_pool_change_no_delete BEFORE DELETE ON tasks_pool_change BEGIN SELECT RAISE(ABORT, 'tasks_pool_change is append-only'); END;
CREATE TRIGGER tasks_pool_change_no_replace BEFORE INSERT ON tasks_pool_change WHEN EXISTS (SELECT 1 FROM tasks_pool_change WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'tasks_pool_change is append-only'); END;
CREATE TRIGGER tasks_draw_no_update BEFORE UPDATE ON tasks_draw BEGIN SELECT RAISE(ABORT, 'tasks_draw is append-only'); END;
CREATE TRIGGER tasks_draw_no_delete BEFORE DELETE ON tasks_draw BEGIN SELECT RAISE(ABORT, 'tasks_draw is append-only'); END;
CREATE TRIGGER tasks_draw_no_replace BEFORE INSERT ON tasks_draw WHEN EXISTS (SELECT 1 FROM tasks_draw WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'tasks_draw is append-only'); END;
CREATE INDEX tasks_task_status ON tasks_task (status, id);
CREATE INDEX tasks_task_assignee ON tasks_task (assignee_id, status, id);
CREATE INDEX accounting_user_name ON accounting_user (name);
CREATE TRIGGER accounting_book_no_update BEFORE UPDATE ON accounting_book BEGIN SELECT RAISE(ABORT, 'accounting_book is append-only'); END;
CREATE TRIGGER accounting_book_no_delete BEFORE DELETE ON accounting_book BEGIN SELECT RAISE(ABORT, 'accounting_book is append-only'); END;
CREATE TRIGGER accounting_book_no_replace BEFORE INSERT ON accounting_book WHEN EXISTS (SELECT 1 FROM accounting_book WHERE one = NEW.one) BEGIN SELECT RAISE(ABORT, 'accounting_book is append-only'); END;
CREATE TRIGGER accounting_transaction_no_update BEFORE UPDATE ON accounting_transaction BEGIN SELECT RAISE(ABORT, 'accounting_transaction is append-only'); END;
CREATE TRIGGER accounting_transaction_no_delete BEFORE DELETE ON accounting_transaction BEGIN SELECT RAISE(ABORT, 'accounting_transaction is append-only'); END;
CREATE TRIGGER accounting_transaction_no_replace BEFORE INSERT ON accounting_transaction WHEN EXISTS (SELECT 1 FROM accounting_transaction WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'accounting_transaction is append-only'); END;
CREATE INDEX accounting_transaction_from ON accounting_transaction (from_account, id);
CREATE INDEX accounting_transaction_to ON accounting_transaction (to_account, id);
CREATE INDEX accounting_transaction_cause ON accounting_transaction (cause);
CREATE TRIGGER accounting_invoice_no_update BEFORE UPDATE ON accounting_invoice BEGIN SELECT RAISE(ABORT, 'accounting_invoice is append-only'); END;
CREATE TRIGGER accounting_invoice_no_delete BEFORE DELETE ON accounting_invoice BEGIN SELECT RAISE(ABORT, 'accounting_invoice is append-only'); END;
CREATE TRIGGER accounting_invoice_no_replace BEFORE INSERT ON accounting_invoice WHEN EXISTS (SELECT 1 FROM accounting_invoice WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'accounting_invoice is append-only'); END;
CREATE TRIGGER accounting_day_no_update BEFORE UPDATE ON accounting_day BEGIN SELECT RAISE(ABORT, 'accounting_day is append-only'); END;
CREATE TRIGGER accounting_day_no_delete BEFORE DELETE ON accounting_day BEGIN SELECT RAISE(ABORT, 'accounting_day is append-only'); END;
CREATE TRIGGER accounting_day_no_replace BEFORE INSERT ON accounting_day WHEN EXISTS (SELECT 1 FROM accounting_day WHERE day = NEW.day) BEGIN SELECT RAISE(ABORT, 'accounting_day is append-only'); END;
CREATE UNIQUE INDEX analytics_generation_state ON analytics_generation (state);
CREATE INDEX delivery_letter_due ON delivery_letter (state, next_at, invoice_id);
CREATE INDEX delivery_letter_day ON delivery_letter (day, invoice_id);
CREATE INDEX delivery_payment_due ON delivery_payment (state, next_at, invoice_id);
CREATE INDEX tasks_draw_day ON tasks_draw (day, pool, pool_members, tasks);
CREATE INDEX tasks_task_closed ON tasks_task (closed_day, assignee_id) WHERE closed_day IS NOT NULL;
CREATE TRIGGER tasks_assignment_no_update BEFORE UPDATE ON tasks_assignment BEGIN SELECT RAISE(ABORT, 'tasks_assignment is append-only'); END;
CREATE TRIGGER tasks_assignment_no_delete BEFORE DELETE ON tasks_assignment BEGIN SELECT RAISE(ABORT, 'tasks_assignment is append-only'); END;
CREATE TRIGGER tasks_assignment_no_replace BEFORE INSERT ON tasks_assignment WHEN EXISTS (SELECT 1 FROM tasks_assignment WHERE draw = NEW.draw AND idx = NEW.idx) BEGIN SELECT RAISE(ABORT, 'tasks_assignment is append-only'); END;
CREATE INDEX tasks_assignment_task ON tasks_assignment (task_id, draw);
CREATE UNIQUE INDEX auth_token_name ON auth_token (name) WHERE revoked_at IS NULL;
CREATE INDEX log_write_at ON log_write (at);
COMMIT;

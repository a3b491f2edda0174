-- A store as popug left it at schema 7: a company with a closed day behind it.
PRAGMA application_id = 1886351463;
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE accounting_account (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    kind TEXT NOT NULL CHECK (kind IN ('management', 'bank', 'popug')),
    user_id INTEGER UNIQUE REFERENCES accounting_user (id),
    balance_cents INTEGER NOT NULL,
    CHECK ((kind = 'popug') = (user_id IS NOT NULL))
) STRICT;
INSERT INTO "accounting_account" VALUES(1,'management',NULL,2100);
INSERT INTO "accounting_account" VALUES(2,'bank',NULL,3900);
INSERT INTO "accounting_account" VALUES(3,'popug',1,0);
INSERT INTO "accounting_account" VALUES(4,'popug',2,0);
INSERT INTO "accounting_account" VALUES(5,'popug',3,-1700);
INSERT INTO "accounting_account" VALUES(6,'popug',4,-4300);
INSERT INTO "accounting_account" VALUES(7,'popug',5,0);
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
INSERT INTO "accounting_account_day" VALUES(1,'2026-11-02',8600,6500,0,0,2100,1,8);
INSERT INTO "accounting_account_day" VALUES(6,'2026-11-02',4300,0,0,0,-4300,1,3);
INSERT INTO "accounting_account_day" VALUES(5,'2026-11-02',1700,0,0,0,-1700,6,6);
INSERT INTO "accounting_account_day" VALUES(7,'2026-11-02',2600,6500,0,3900,0,4,9);
INSERT INTO "accounting_account_day" VALUES(2,'2026-11-02',0,0,0,3900,3900,9,9);
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
INSERT INTO "accounting_day" VALUES('2026-11-02',1793685600000000,1,3900,2100,6000,'800aef2b15854218de0ffaf11933fd5192d879f7d6aa9ad3bf0f3c502f37e1c1');
CREATE TABLE accounting_invoice (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    day TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES accounting_user (id),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    transaction_id INTEGER NOT NULL UNIQUE REFERENCES accounting_transaction (id),
    UNIQUE (day, user_id)
) STRICT;
INSERT INTO "accounting_invoice" VALUES(1,'2026-11-02',5,3900,9);
CREATE TABLE accounting_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "accounting_setting" VALUES('timezone','UTC');
INSERT INTO "accounting_setting" VALUES('currency','USD');
INSERT INTO "accounting_setting" VALUES('fee_min','10');
INSERT INTO "accounting_setting" VALUES('fee_max','20');
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
INSERT INTO "accounting_task" VALUES(1,'POPUG-1','Oil the perch',1200,3300,15);
INSERT INTO "accounting_task" VALUES(2,NULL,'Sweep the cage',1400,3200,19);
INSERT INTO "accounting_task" VALUES(3,NULL,'Feed the cat',1700,3500,23);
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
INSERT INTO "accounting_transaction" VALUES(1,1793610000000000,'2026-11-02','fee','fee/16',6,1,1200,-1200,1200,1,'POPUG-1','Oil the perch',NULL,'polly',NULL,16);
INSERT INTO "accounting_transaction" VALUES(2,1793610000000000,'2026-11-02','fee','fee/20',6,1,1400,-2600,2600,2,NULL,'Sweep the cage',NULL,'polly',NULL,20);
INSERT INTO "accounting_transaction" VALUES(3,1793610000000000,'2026-11-02','fee','fee/24',6,1,1700,-4300,4300,3,NULL,'Feed the cat',NULL,'polly',NULL,24);
INSERT INTO "accounting_transaction" VALUES(4,1793610000000000,'2026-11-02','fee','fee/27',7,1,1200,-1200,5500,1,'POPUG-1','Oil the perch',NULL,'polly',NULL,27);
INSERT INTO "accounting_transaction" VALUES(5,1793610000000000,'2026-11-02','fee','fee/28',7,1,1400,-2600,6900,2,NULL,'Sweep the cage',NULL,'polly',NULL,28);
INSERT INTO "accounting_transaction" VALUES(6,1793610000000000,'2026-11-02','fee','fee/29',5,1,1700,-1700,8600,3,NULL,'Feed the cat',NULL,'polly',NULL,29);
INSERT INTO "accounting_transaction" VALUES(7,1793610000000000,'2026-11-02','reward','reward/1',1,7,3300,5300,700,1,'POPUG-1','Oil the perch',NULL,'ara',NULL,33);
INSERT INTO "accounting_transaction" VALUES(8,1793610000000000,'2026-11-02','reward','reward/2',1,7,3200,2100,3900,2,NULL,'Sweep the cage',NULL,'ara',NULL,35);
INSERT INTO "accounting_transaction" VALUES(9,1793685600000000,'2026-11-02','payout','payout/2026-11-02/5',7,2,3900,0,3900,NULL,NULL,NULL,NULL,'polly',NULL,NULL);
CREATE TABLE accounting_user (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO "accounting_user" VALUES(1,'polly');
INSERT INTO "accounting_user" VALUES(2,'gruff');
INSERT INTO "accounting_user" VALUES(3,'penny');
INSERT INTO "accounting_user" VALUES(4,'kesha');
INSERT INTO "accounting_user" VALUES(5,'ara');
CREATE TABLE analytics_balance (
    generation INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    balance_cents INTEGER NOT NULL,
    PRIMARY KEY (generation, user_id)
) STRICT;
INSERT INTO "analytics_balance" VALUES(1,4,-4300);
INSERT INTO "analytics_balance" VALUES(1,3,-1700);
INSERT INTO "analytics_balance" VALUES(1,5,0);
CREATE TABLE analytics_change (
    generation INTEGER NOT NULL,
    day TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    change_cents INTEGER NOT NULL,
    PRIMARY KEY (generation, day, user_id)
) STRICT;
INSERT INTO "analytics_change" VALUES(1,'2026-11-02',4,-4300);
INSERT INTO "analytics_change" VALUES(1,'2026-11-02',3,-1700);
INSERT INTO "analytics_change" VALUES(1,'2026-11-02',5,0);
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
INSERT INTO "analytics_day" VALUES(1,'2026-11-02',8600,6500,1,3300,34,1);
CREATE TABLE analytics_generation (
    generation INTEGER NOT NULL PRIMARY KEY CHECK (generation > 0),
    state TEXT NOT NULL CHECK (state IN ('current', 'filling')),
    rebuilt_through INTEGER NOT NULL CHECK (rebuilt_through >= 0)
) STRICT;
INSERT INTO "analytics_generation" VALUES(1,'current',0);
CREATE TABLE analytics_task (
    generation INTEGER NOT NULL,
    id INTEGER NOT NULL,
    ticket TEXT,
    title TEXT NOT NULL,
    PRIMARY KEY (generation, id)
) STRICT;
INSERT INTO "analytics_task" VALUES(1,1,'POPUG-1','Oil the perch');
INSERT INTO "analytics_task" VALUES(1,2,NULL,'Sweep the cage');
INSERT INTO "analytics_task" VALUES(1,3,NULL,'Feed the cat');
CREATE TABLE app_request_key (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL CHECK (length(content) = 64),
    answer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
CREATE TABLE app_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "app_setting" VALUES('timezone','UTC');
INSERT INTO "app_setting" VALUES('currency','USD');
INSERT INTO "app_setting" VALUES('fee_min','10');
INSERT INTO "app_setting" VALUES('fee_max','20');
INSERT INTO "app_setting" VALUES('reward_min','20');
INSERT INTO "app_setting" VALUES('reward_max','40');
INSERT INTO "app_setting" VALUES('mail','maildir');
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
INSERT INTO "auth_beak" VALUES(1,'$argon2id$v=19$m=19456,t=2,p=1$+le2UMW8QWF3ZW2x3V+nWw$FzNHbcAivzhLKPPzgX9wgERnZKH3mQxXx7ZeE8CynbI',1793610000000000);
INSERT INTO "auth_beak" VALUES(2,'$argon2id$v=19$m=19456,t=2,p=1$7/WUmcXi+TpJK/88JT1Qeg$Cv3lL2i2U7qoblDvpAHKsA1MFRINw870pUpCuSYMGdg',1793610000000000);
INSERT INTO "auth_beak" VALUES(3,'$argon2id$v=19$m=19456,t=2,p=1$NFrOKshZfo4PXnBvrje/4Q$H5+PfHYiYJsj8rcKNLH4LvX8TBUIJPcFSMffD91vicc',1793610000000000);
INSERT INTO "auth_beak" VALUES(4,'$argon2id$v=19$m=19456,t=2,p=1$W2WuTaWM2b2RXHbP51ifLg$kD6aSlmtLkxEHKAq9GcG5iZ5Y1d9JU8T+/iPKUoTNZQ',1793610000000000);
INSERT INTO "auth_beak" VALUES(5,'$argon2id$v=19$m=19456,t=2,p=1$I93d93MJp32TOE9h2vFd4Q$0pHqJ8lZ+3S9LmZ/xKzY0qBMClP/SA7DM7tyRdbd5eo',1793610000000000);
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
INSERT INTO "auth_session" VALUES('cbc12ba788d1f0b03ff3dbebc304669b144b2a6806b34a80bef57e7c99497356',1,1793610000000000,1796202000000000);
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
INSERT INTO "auth_user" VALUES(4,'kesha','worker','kesha@popug.example',NULL,1,1793610000000000);
INSERT INTO "auth_user" VALUES(5,'ara','worker','ara@popug.example',NULL,1,1793610000000000);
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
    sent_at INTEGER,
    CHECK ((state = 'pending') = (next_at IS NOT NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
) STRICT;
INSERT INTO "delivery_letter" VALUES(1,'2026-11-02',5,9,3900,1793685600000000,'uberpopug.example','sent',1,NULL,NULL,1793685600000000);
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
INSERT INTO "delivery_payment" VALUES(1,'2026-11-02',5,9,3900,1793685600000000,'processed',0,NULL,NULL,1793685600000000);
CREATE TABLE delivery_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "delivery_setting" VALUES('currency','USD');
INSERT INTO "delivery_setting" VALUES('mail','maildir');
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
INSERT INTO "delivery_user" VALUES(4,'kesha','kesha@popug.example',NULL);
INSERT INTO "delivery_user" VALUES(5,'ara','ara@popug.example',NULL);
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
INSERT INTO "events_log" VALUES(14,'user.created',1,'user/5','auth',1793610000000000,'polly',NULL,'{"user":5,"name":"ara","role":"worker","email":"ara@popug.example","full_name":null,"active":true}','6fcacade9b817098806585d6eb3147ce3f283a5f67085c5492a87178f325ef39');
INSERT INTO "events_log" VALUES(15,'task.created',2,'task/1','tasks',1793610000000000,'polly',NULL,'{"task":1,"ticket":"POPUG-1","title":"Oil the perch","description":null,"author":1}','145337c86e9aeb8b7ecdf0908aa8476af705a63f2decf7cef683af234fd689b2');
INSERT INTO "events_log" VALUES(16,'task.assigned',1,'task/1','tasks',1793610000000000,'polly',15,'{"task":1,"assignee":4,"draw":1,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"9e991416313c7e35c6829465d83c953dda0890c13e7b6dc7a5883153057f21be","seed_given":true,"pool":3,"pool_members":3,"tasks":1}}','0e885d16397386d6fba9991ae4ae20e8245268f17e186855ec685fd4c7f8b046');
INSERT INTO "events_log" VALUES(17,'task.priced',1,'task/1','accounting',1793610000000000,'system',15,'{"task":1,"fee_cents":1200,"reward_cents":3300}','3a1d0968ec5fe7bb2d715a2114320c84cf14e14fef041a1fc89c7a1d3dcce12b');
INSERT INTO "events_log" VALUES(18,'transaction.created',1,'transaction/1','accounting',1793610000000000,'system',16,'{"transaction":1,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1200,"task":1,"ticket":"POPUG-1","title":"Oil the perch","memo":null,"mends":null}','3cbd897d5df13387e66cc2e8bb7c37d38e0e73d49c0b896f977f27d75b7e3c0e');
INSERT INTO "events_log" VALUES(19,'task.created',2,'task/2','tasks',1793610000000000,'polly',NULL,'{"task":2,"ticket":null,"title":"Sweep the cage","description":null,"author":1}','bb7855548a6010afd0ba0811b4cdf17593b8bfa98e1aae3265a7729d6df63852');
INSERT INTO "events_log" VALUES(20,'task.assigned',1,'task/2','tasks',1793610000000000,'polly',19,'{"task":2,"assignee":4,"draw":2,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"c8ab35255d491294998c9074dc41f5ff10009eced41775dc5b7a53f02429d6c9","seed_given":true,"pool":3,"pool_members":3,"tasks":1}}','504cfa48f24dc5f66c69031d1e75f02f3041cceadc1fcda24dd54698327796c2');
INSERT INTO "events_log" VALUES(21,'task.priced',1,'task/2','accounting',1793610000000000,'system',19,'{"task":2,"fee_cents":1400,"reward_cents":3200}','3c4b2ca3be4b80b9a3dfdb8c34619a5c0b12d3b11e95436aa43cdfe43b9de9b2');
INSERT INTO "events_log" VALUES(22,'transaction.created',1,'transaction/2','accounting',1793610000000000,'system',20,'{"transaction":2,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1400,"task":2,"ticket":null,"title":"Sweep the cage","memo":null,"mends":null}','74538fc9baa46e4a0076c562c8f7be7cc6fc4f7ef67b479b0e5c832898527742');
INSERT INTO "events_log" VALUES(23,'task.created',2,'task/3','tasks',1793610000000000,'polly',NULL,'{"task":3,"ticket":null,"title":"Feed the cat","description":"twice","author":1}','a4c73ba034fdcfac7882ab90fad325181191f2290adff30a579d7cc648e66886');
INSERT INTO "events_log" VALUES(24,'task.assigned',1,'task/3','tasks',1793610000000000,'polly',23,'{"task":3,"assignee":4,"draw":3,"index":0,"drawn":{"reason":"created","algorithm":"popug-draw/1","seed":"04fba381fe9d62ece9eeeeb1fbc7a01233a953cc3ab4053022bf4a868ad97669","seed_given":true,"pool":3,"pool_members":3,"tasks":1}}','6fbf113e98bc7a1c0086e7dfe11b1119e746428d9aad651fa19e247d31cd5979');
INSERT INTO "events_log" VALUES(25,'task.priced',1,'task/3','accounting',1793610000000000,'system',23,'{"task":3,"fee_cents":1700,"reward_cents":3500}','732d0ecf308540af765eb9e2717b8252d624948813502910fa001fc2da3555a9');
INSERT INTO "events_log" VALUES(26,'transaction.created',1,'transaction/3','accounting',1793610000000000,'system',24,'{"transaction":3,"kind":"fee","day":"2026-11-02","from":{"user":4},"to":"management","amount_cents":1700,"task":3,"ticket":null,"title":"Feed the cat","memo":null,"mends":null}','c6504a163e16d8ab0f6a2c4404ec817a0466bb62ffbff6195c61ea562f04c891');
INSERT INTO "events_log" VALUES(27,'task.assigned',1,'task/1','tasks',1793610000000000,'polly',NULL,'{"task":1,"assignee":5,"draw":4,"index":0,"drawn":{"reason":"reassigned","algorithm":"popug-draw/1","seed":"bdfbc4c42d6d89013a6df0ae6b9dc83b79a682831132ddc44e79464f72b5d6ed","seed_given":true,"pool":3,"pool_members":3,"tasks":3}}','7b7226de2bc4191d7655ad8f10749ae5b34f2e4a6a1087630e5a3c38fc54413c');
INSERT INTO "events_log" VALUES(28,'task.assigned',1,'task/2','tasks',1793610000000000,'polly',NULL,'{"task":2,"assignee":5,"draw":4,"index":1,"drawn":null}','aa93ea164b436f3a7e132bd44f0b761bea77cd0bf31fa076b6beb1fb3fbb4f8c');
INSERT INTO "events_log" VALUES(29,'task.assigned',1,'task/3','tasks',1793610000000000,'polly',NULL,'{"task":3,"assignee":3,"draw":4,"index":2,"drawn":null}','4aa6d2d1523b13325ecc5fc0c29e766a7e94d04bb4925e12ae5489e3820088c0');
INSERT INTO "events_log" VALUES(30,'transaction.created',1,'transaction/4','accounting',1793610000000000,'system',27,'{"transaction":4,"kind":"fee","day":"2026-11-02","from":{"user":5},"to":"management","amount_cents":1200,"task":1,"ticket":"POPUG-1","title":"Oil the perch","memo":null,"mends":null}','eebb35f04103a723cdbcd1dd99d9bd7091b06a5a6acfb1ef83504608221e6aff');
INSERT INTO "events_log" VALUES(31,'transaction.created',1,'transaction/5','accounting',1793610000000000,'system',28,'{"transaction":5,"kind":"fee","day":"2026-11-02","from":{"user":5},"to":"management","amount_cents":1400,"task":2,"ticket":null,"title":"Sweep the cage","memo":null,"mends":null}','cbee9ea368c3549141f41552bac2adade8e55ffdc3365233ccdeed4c73c0929c');
INSERT INTO "events_log" VALUES(32,'transaction.created',1,'transaction/6','accounting',1793610000000000,'system',29,'{"transaction":6,"kind":"fee","day":"2026-11-02","from":{"user":3},"to":"management","amount_cents":1700,"task":3,"ticket":null,"title":"Feed the cat","memo":null,"mends":null}','5d7b1240c0fb960e646d33ef72012ead2ad291b5478f8d68d6d49c463657a741');
INSERT INTO "events_log" VALUES(33,'task.closed',1,'task/1','tasks',1793610000000000,'ara',NULL,'{"task":1,"by":5}','39a31c360e2420862e30db023ad70c15d0afacf8f612c98bf4b764707259353d');
INSERT INTO "events_log" VALUES(34,'transaction.created',1,'transaction/7','accounting',1793610000000000,'system',33,'{"transaction":7,"kind":"reward","day":"2026-11-02","from":"management","to":{"user":5},"amount_cents":3300,"task":1,"ticket":"POPUG-1","title":"Oil the perch","memo":null,"mends":null}','bc6f5327c58e38cb2fe2b4485d18174efc3583af59cf035d3c0e4765311b37d1');
INSERT INTO "events_log" VALUES(35,'task.closed',1,'task/2','tasks',1793610000000000,'ara',NULL,'{"task":2,"by":5}','a12b52e82ab6ab16c8db579c08df71ecbed3f30c0d67ed7a01101eb11e2f63a3');
INSERT INTO "events_log" VALUES(36,'transaction.created',1,'transaction/8','accounting',1793610000000000,'system',35,'{"transaction":8,"kind":"reward","day":"2026-11-02","from":"management","to":{"user":5},"amount_cents":3200,"task":2,"ticket":null,"title":"Sweep the cage","memo":null,"mends":null}','1700a6927095070636591d7266f0f8dcf8394f32aa43dba3519d545b8c60df47');
INSERT INTO "events_log" VALUES(37,'transaction.created',1,'transaction/9','accounting',1793685600000000,'polly',NULL,'{"transaction":9,"kind":"payout","day":"2026-11-02","from":{"user":5},"to":"bank","amount_cents":3900,"task":null,"ticket":null,"title":null,"memo":null,"mends":null}','42ead92766ef0010815743e208881e42c08f5c877a51e12c5f3c5781d5113526');
INSERT INTO "events_log" VALUES(38,'account.finalized',1,'invoice/1','accounting',1793685600000000,'polly',37,'{"invoice":1,"day":"2026-11-02","user":5,"transaction":9,"amount_cents":3900}','f2890399125fff737c0c8c592adb1145b429b6f39e6fe693fbf2dfc526626284');
INSERT INTO "events_log" VALUES(39,'day.closed',1,'day/2026-11-02','accounting',1793685600000000,'polly',NULL,'{"day":"2026-11-02","payouts":1,"paid_cents":3900,"earned_cents":2100,"debts_cents":6000}','800aef2b15854218de0ffaf11933fd5192d879f7d6aa9ad3bf0f3c502f37e1c1');
INSERT INTO "events_log" VALUES(40,'transaction.processed',1,'transaction/9','delivery',1793685600000000,'system',38,'{"transaction":9,"outcome":"processed","reference":null}','c09b7487612e6ed547e05f05b033115ea47f2cd47114cdf488b08c1379faa557');
CREATE TABLE events_offset (
    consumer TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    heard INTEGER NOT NULL DEFAULT 0 CHECK (heard >= 0)
) STRICT;
INSERT INTO "events_offset" VALUES('accounting',40,40);
INSERT INTO "events_offset" VALUES('tasks',40,25);
INSERT INTO "events_offset" VALUES('analytics',40,37);
INSERT INTO "events_offset" VALUES('delivery',40,38);
CREATE TABLE log_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    schema INTEGER NOT NULL,
    store_id TEXT NOT NULL,
    sandbox INTEGER NOT NULL CHECK (sandbox IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "log_head" VALUES(1,40,'c09b7487612e6ed547e05f05b033115ea47f2cd47114cdf488b08c1379faa557',7,'a4df133bc91098712f56de3fec0fce79',1,1793610000000000);
CREATE TABLE tasks_assignment (
    draw INTEGER NOT NULL,
    idx INTEGER NOT NULL CHECK (idx >= 0),
    task_id INTEGER NOT NULL,
    assignee_id INTEGER NOT NULL,
    PRIMARY KEY (draw, idx)
) STRICT;
INSERT INTO "tasks_assignment" VALUES(1,0,1,4);
INSERT INTO "tasks_assignment" VALUES(2,0,2,4);
INSERT INTO "tasks_assignment" VALUES(3,0,3,4);
INSERT INTO "tasks_assignment" VALUES(4,0,1,5);
INSERT INTO "tasks_assignment" VALUES(4,1,2,5);
INSERT INTO "tasks_assignment" VALUES(4,2,3,3);
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
INSERT INTO "tasks_draw" VALUES(1,1793610000000000,'2026-11-02','polly','created','popug-draw/1','9e991416313c7e35c6829465d83c953dda0890c13e7b6dc7a5883153057f21be',1,3,3,1);
INSERT INTO "tasks_draw" VALUES(2,1793610000000000,'2026-11-02','polly','created','popug-draw/1','c8ab35255d491294998c9074dc41f5ff10009eced41775dc5b7a53f02429d6c9',1,3,3,1);
INSERT INTO "tasks_draw" VALUES(3,1793610000000000,'2026-11-02','polly','created','popug-draw/1','04fba381fe9d62ece9eeeeb1fbc7a01233a953cc3ab4053022bf4a868ad97669',1,3,3,1);
INSERT INTO "tasks_draw" VALUES(4,1793610000000000,'2026-11-02','polly','reassigned','popug-draw/1','bdfbc4c42d6d89013a6df0ae6b9dc83b79a682831132ddc44e79464f72b5d6ed',1,3,3,3);
CREATE TABLE tasks_pool_change (
    version INTEGER NOT NULL PRIMARY KEY CHECK (version > 0),
    user_id INTEGER NOT NULL,
    joins INTEGER NOT NULL CHECK (joins IN (0, 1))
) STRICT;
INSERT INTO "tasks_pool_change" VALUES(1,3,1);
INSERT INTO "tasks_pool_change" VALUES(2,4,1);
INSERT INTO "tasks_pool_change" VALUES(3,5,1);
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
INSERT INTO "tasks_task" VALUES(1,'POPUG-1','Oil the perch',NULL,'oil the perch
popug-1
','closed',1,5,1793610000000000,'2026-11-02',1793610000000000,1793610000000000,'2026-11-02',1200,3300);
INSERT INTO "tasks_task" VALUES(2,NULL,'Sweep the cage',NULL,'sweep the cage

','closed',1,5,1793610000000000,'2026-11-02',1793610000000000,1793610000000000,'2026-11-02',1400,3200);
INSERT INTO "tasks_task" VALUES(3,NULL,'Feed the cat','twice','feed the cat

twice','open',1,3,1793610000000000,'2026-11-02',1793610000000000,NULL,NULL,1700,3500);
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
INSERT INTO "tasks_user" VALUES(5,'ara','worker',1,1);
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
CREATE TRIGGER tasks_assignment_no_update BEFORE UPDATE ON tasks_assignment BEGIN SELECT RAISE(ABORT, 'tasks_assignment is append-only'); END;
CREATE TRIGGER tasks_assignment_no_delete BEFORE DELETE ON tasks_assignment BEGIN SELECT RAISE(ABORT, 'tasks_assignment is append-only'); END;
CREATE TRIGGER tasks_assignment_no_replace BEFORE INSERT ON tasks_assignment WHEN EXISTS (SELECT 1 FROM tasks_assignment WHERE draw = NEW.draw AND idx = NEW.idx) BEGIN SELECT RAISE(ABORT, 'tasks_assignment is append-only'); END;
CREATE INDEX tasks_assignment_task ON tasks_assignment (task_id, draw);
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
COMMIT;

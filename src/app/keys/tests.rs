//! What keys stand for, to the byte: keys are kept for ever, so none of it ever changes.

use serde::{Deserialize, Serialize};

use super::*;
use crate::accounting::{AccountAdjust, AccountReverse};
use crate::app::{
    CloseDays, CloseTasks, Derived, RebuildConsumer, RetryDead, SendMail, SendPayments, SetSetting,
};
use crate::auth::{RevokeToken, SetUser};
use crate::delivery::{MailDiscard, MailRetry, PaymentRetry};
use crate::events::EventDeadDiscard;
use crate::kernel::ids::{DeadLetterId, InvoiceId, TaskId, TransactionId};
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::kernel::range::DayWord;
use crate::kernel::role::Role;
use crate::tasks::{AddTask, EditTask, ImportTasks, Reassign};

/// A request with the fields that count, and the first eight digits of what is kept: by this popug,
/// and by one before it.
fn told<R: Request>(request: &R) -> String {
    let fields = content::fields_of(request).expect("fields");
    let now = content::content(R::NAME, &fields).expect("a content");
    let first = older::content(R::NAME, &fields);
    let fields = serde_json::to_string(&fields).expect("JSON");
    let short = |hash: Hash| hash.to_string()[..8].to_owned();
    let first = first.map_or("–".to_owned(), short);
    format!("{} {fields} {} {first}\n", R::NAME, short(now))
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn import(dry_run: bool) -> ImportTasks {
    let content = "0".repeat(64);
    let json = format!(r#"{{"rows":2,"content":"{content}","dry_run":{dry_run}}}"#);
    serde_json::from_str(&json).expect("an import")
}

fn kesha() -> Who {
    Who::Named("kesha".to_owned())
}

fn crumbs() -> String {
    "crumbs".to_owned()
}

#[test]
fn requests_about_money_are_kept_by_these_bytes() {
    let all = [
        told(&AccountAdjust {
            who: kesha(),
            amount_cents: Money::from_cents(-1_250),
            reason: crumbs(),
            mends: Some(TransactionId::new(9)),
        }),
        told(&AccountAdjust {
            who: Who::Me,
            amount_cents: Money::from_cents(0),
            reason: String::new(),
            mends: None,
        }),
        told(&AccountReverse {
            id: TransactionId::new(9),
            reason: crumbs(),
        }),
        told(&CloseDays { date: None }),
        told(&CloseDays {
            date: Some(DayWord::Yesterday),
        }),
        told(&MailDiscard {
            ids: vec![InvoiceId::new(1), InvoiceId::new(2)],
        }),
        told(&MailRetry { ids: Vec::new() }),
        told(&PaymentRetry {
            ids: vec![InvoiceId::new(1)],
        }),
    ];
    insta::assert_snapshot!(all.concat(), @r#"
    account.adjust {"amount_cents":-1250,"mends":9,"reason":"crumbs","who":"kesha"} 475f61ed 1bf98866
    account.adjust {"amount_cents":0,"reason":"","who":"me"} ee63b5aa 44d0a1f6
    account.reverse {"id":9,"reason":"crumbs"} 8f27f8f4 d298042b
    day.close {} 224b9174 570084ac
    day.close {"date":"yesterday"} c2f915bc eea0e014
    mail.discard {"ids":[1,2]} 8764233c 75f13cba
    mail.retry {"ids":[]} fbd3d678 8395dfc0
    payment.retry {"ids":[1]} f92c985a a1291996
    "#);
}

#[test]
fn requests_about_tasks_are_kept_by_these_bytes() {
    let bare = AddTask {
        title: "Oil the perch".to_owned(),
        ticket: None,
        description: None,
    };
    let untouched = EditTask {
        task: TaskId::new(7),
        title: None,
        ticket: None,
        description: None,
    };
    let all = [
        told(&bare),
        told(&AddTask {
            ticket: text("POPUG-42"),
            description: text("With \"linseed\" oil.\nSlowly: ж"),
            ..bare
        }),
        told(&CloseTasks {
            tasks: vec![TaskId::new(12), TaskId::new(3)],
        }),
        told(&untouched),
        told(&EditTask {
            description: text(""),
            ..untouched
        }),
        told(&import(false)),
        told(&import(true)),
        told(&Reassign { dry_run: false }),
        told(&Reassign { dry_run: true }),
    ];
    insta::assert_snapshot!(all.concat(), @r#"
    task.add {"title":"Oil the perch"} 032f6a09 3853a574
    task.add {"description":"With \"linseed\" oil.\nSlowly: ж","ticket":"POPUG-42","title":"Oil the perch"} 0c161f0d 1bfff954
    task.close {"tasks":[12,3]} f10b16cd f8d640d8
    task.edit {"task":7} e3820fcc 9cebc3e9
    task.edit {"description":"","task":7} 69b3f310 986bdb3b
    task.import {"content":"0000000000000000000000000000000000000000000000000000000000000000","rows":2} 80383a5d a387b371
    task.import {"content":"0000000000000000000000000000000000000000000000000000000000000000","dry_run":true,"rows":2} 0301e436 aa05b6aa
    task.reassign {} d8fe5fe6 07cad5bf
    task.reassign {"dry_run":true} 24f5cb78 c15f7fce
    "#);
}

#[test]
fn requests_about_the_company_are_kept_by_these_bytes() {
    let nobody = SetUser {
        name: kesha(),
        role: None,
        email: None,
        full_name: None,
        active: None,
    };
    let all = [
        told(&RetryDead {
            ids: vec![DeadLetterId::new(3)],
        }),
        told(&RebuildConsumer {
            consumer: Derived::Analytics,
        }),
        told(&SendMail {}),
        told(&SendPayments {}),
        told(&EventDeadDiscard {
            id: DeadLetterId::new(3),
            reason: crumbs(),
        }),
        told(&SetSetting {
            key: "fee_max".to_owned(),
            value: "25".to_owned(),
        }),
        told(&RevokeToken {
            name: "cron".to_owned(),
        }),
        told(&nobody),
        told(&SetUser {
            role: Some(Role::Manager),
            email: text("kesha@popug.example"),
            full_name: text(""),
            active: Some(false),
            ..nobody
        }),
    ];
    insta::assert_snapshot!(all.concat(), @r#"
    event.dead.retry {"ids":[3]} ad67e6bf –
    event.rebuild {"consumer":"analytics"} 2588f462 –
    mail.send {} a4184c43 –
    payment.send {} ba766620 –
    event.dead.discard {"id":3,"reason":"crumbs"} 72d9d1fe 535ba017
    setting.set {"key":"fee_max","value":"25"} ea6b4b22 ec3c90a3
    token.revoke {"name":"cron"} c8ec514c 3c1fcdd6
    user.set {"name":"kesha"} ba8bf6b2 11aa4b90
    user.set {"active":false,"email":"kesha@popug.example","full_name":"","name":"kesha","role":"manager"} 025c486d 14ba2009
    "#);
}

/// A request as it is, and as it is once it has learnt more.
#[derive(Serialize, Deserialize)]
struct Feed {
    whom: Option<String>,
    seeds: u32,
}

#[derive(Serialize, Deserialize)]
struct FeedMore {
    #[serde(default)]
    shelled: bool,
    seeds: u32,
    water: Option<String>,
    whom: Option<String>,
}

impl Request for Feed {
    const NAME: &'static str = "popug.feed";
    const KEYED: bool = true;

    fn permission(&self, _: &Actor) -> Option<Permission> {
        Some(Permission::OwnUser)
    }
}

impl Request for FeedMore {
    const NAME: &'static str = Feed::NAME;
    const KEYED: bool = true;

    fn permission(&self, _: &Actor) -> Option<Permission> {
        Some(Permission::OwnUser)
    }
}

#[test]
fn what_a_request_has_learnt_and_is_not_told_changes_no_key() {
    let before = |seeds| {
        told(&Feed {
            whom: text("kesha"),
            seeds,
        })
    };
    let after = |shelled, seeds| {
        told(&FeedMore {
            shelled,
            seeds,
            water: None,
            whom: text("kesha"),
        })
    };
    assert_eq!(before(7), after(false, 7));
    assert_ne!(before(7), after(true, 7));
    assert_ne!(before(7), before(0));
}

//! Every request by its name: what kind it is, what it takes, and whether a key may stand for it.
//!
//! What is in the table is all that can be asked of popug; what follows from it (rights, keys, names,
//! schemas) is written nowhere else.

#[cfg(test)]
use schemars::{Schema, SchemaGenerator};

use crate::accounting::{
    AccountAdjust, AccountAhead, AccountBringBack, AccountEarnings, AccountHistory, AccountList,
    AccountLog, AccountReverse, AccountShow, AccountStatement, DayList, DayVerify, ExportBooks,
    ExportLedger, PageAccounts, PageDays, PageLog,
};
use crate::analytics::{AnalyticsSummary, AnalyticsTop};
use crate::app::ask::{Ask, Look, State};
use crate::app::caller::Caller;
use crate::app::change::{Change, Procedure};
use crate::app::clock::{ShowAhead, ShowCalendar};
use crate::app::days::{CloseDays, ShowDay};
use crate::app::dead_letters::{RebuildConsumer, RetryDead};
use crate::app::deliveries::SendDue;
use crate::app::doctor::Examine;
use crate::app::door::{Door, Terms};
use crate::app::error::AppError;
use crate::app::export::ExportAll;
use crate::app::fairness::{Fairness, FairnessReport};
use crate::app::letters::ShowLetter;
use crate::app::mail::{CheckMail, SendMail};
use crate::app::payments::SendPayments;
use crate::app::purse::ShowPurse;
use crate::app::report::DayReport;
use crate::app::request::Request;
use crate::app::sessions::{ChangeBeak, Enrol, LogIn, LogOut, ShowMyself, WhoseBeak, WhoseCode};
use crate::app::settings::{GetSetting, ListSettings, SetSetting};
use crate::app::sheets::PageInvoices;
use crate::app::statement::StatementText;
use crate::app::status::ShowStatus;
use crate::app::tasks::CloseTasks;
use crate::auth::{
    AddUser, CreateToken, EnrollUser, ImportUsers, ListTokens, ListUsers, PageUsers, RevokeToken,
    SetUser, ShowUser,
};
use crate::delivery::{MailDiscard, MailList, MailRetry, PaymentList, PaymentRetry, WaitingDays};
use crate::events::{
    EventConsumers, EventDeadDiscard, EventDeadList, EventDeadShow, EventHead, EventList,
    EventPage, EventSchema, EventSchemas, EventShow, PageEvents,
};
use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;
use crate::store::{Command, Query};
use crate::tasks::{
    AddTask, EditTask, ImportTasks, ListDraws, ListTasks, PageTasks, Reassign, ShowDraw, ShowTask,
    VerifyDraws, WhyTask,
};

/// A request as the table has it.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Its name.
    pub name: &'static str,
    /// What it takes: one of these, by whom it is about; the first is for what is one's own.
    pub permissions: &'static [Permission],
}

/// The names of what takes this permission, in their order.
pub fn requests_for(permission: Permission) -> impl Iterator<Item = &'static str> {
    let takes = move |it: &&Listed| it.permissions.contains(&permission);
    REQUESTS.iter().filter(takes).map(|it| it.name)
}

/// A row is `KIND NAME TYPE PERMISSION;`. `A or B` is for the request itself to tell, by whom it is
/// about, and what is for `anybody` takes no permission. An `entry` is taken before it is known who asks. A `query` has one answer, a `list` rows, and a
/// `look` tells of the door itself; a `command` is one write and a `procedure`
/// several; both take a key unless they make or carry a secret. An `export` tells rows of many kinds.
macro_rules! requests {
    ($($kind:ident $name:literal $request:ident $permission:ident $(or $other:ident)? $(, $secret:ident)?;)+) => {
        /// Every request, in the order of the names.
        pub const REQUESTS: &[Listed] = &[$(Listed {
            name: $name,
            permissions: permissions!($permission $($other)?),
        }),+];

        $(impl Request for $request {
            const NAME: &'static str = $name;
            const KEYED: bool = keyed!($kind $($secret)?);

            fn permission(&self, actor: &Actor) -> Option<Permission> {
                permission!(self, actor, $permission $($other)?)
            }
        }

        run!($kind $request);)+

        /// What each takes and answers, by its name.
        #[cfg(test)]
        fn schemas(taken: &mut SchemaGenerator, answered: &mut SchemaGenerator) -> Vec<(&'static str, [Schema; 2])> {
            vec![$(($name, [
                taken.subschema_for::<$request>(),
                answered.subschema_for::<answer!($kind $request)>(),
            ])),+]
        }
    };
}

macro_rules! keyed {
    (command) => {
        true
    };
    (procedure) => {
        true
    };
    ($kind:ident $($secret:ident)?) => {
        false
    };
}

/// How each kind is answered behind the door.
macro_rules! run {
    (query $request:ident) => {
        run!(asked $request, Query, |it, state| it.ask(state.read, &state.asker));
    };
    (list $request:ident) => {
        run!(query $request);
    };
    (look $request:ident) => {
        run!(asked $request, Look, |it, state| it.look(state));
    };
    (command $request:ident) => {
        run!(done $request, Command, |it, door, caller, terms| door.command(caller, it, terms));
    };
    (procedure $request:ident) => {
        run!(done $request, Procedure, |it, door, caller, terms| door.procedure(caller, &it, terms));
    };
    (export $request:ident) => {};
    (entry $request:ident) => {};
    (asked $request:ident, $kind:ident, |$it:ident, $state:ident| $answer:expr) => {
        impl Ask for $request {
            type Answer = <$request as $kind>::Answer;

            fn ask_in(&self, $state: &State<'_>) -> Result<Self::Answer, AppError> {
                let $it = self;
                Ok($answer?)
            }
        }
    };
    (done $request:ident, $kind:ident, |$it:ident, $door:ident, $caller:ident, $terms:ident| $answer:expr) => {
        impl Change for $request {
            type Answer = <$request as $kind>::Answer;

            fn run_behind(
                self,
                $door: &Door,
                $caller: &Caller,
                $terms: &Terms,
            ) -> Result<Self::Answer, AppError> {
                let $it = self;
                $answer
            }
        }
    };
}

#[cfg(test)]
macro_rules! answer {
    (command $request:ident) => {
        <$request as Change>::Answer
    };
    (procedure $request:ident) => {
        <$request as Change>::Answer
    };
    (export $request:ident) => {
        crate::app::export::ExportedState
    };
    (entry $request:ident) => {
        <$request as crate::app::ask::Entry>::Answer
    };
    ($kind:ident $request:ident) => {
        <$request as Ask>::Answer
    };
}

macro_rules! permission {
    ($request:ident, $actor:ident, anybody) => {{
        let _ = $actor;
        None
    }};
    ($request:ident, $actor:ident, $permission:ident) => {{
        let _ = $actor;
        Some(Permission::$permission)
    }};
    ($request:ident, $actor:ident, $permission:ident $other:ident) => {
        Some($request.permission_of($actor))
    };
}

macro_rules! permissions {
    (anybody) => { &[] };
    ($($permission:ident)+) => { &[$(Permission::$permission),+] };
}

requests! {
    command   "account.adjust"           AccountAdjust      AccountMend;
    query     "account.ahead"            AccountAhead       AccountMend;
    command   "account.bring-back"       AccountBringBack   AccountMend;
    query     "account.earnings"         AccountEarnings    AccountRead;
    query     "account.history"          AccountHistory     AccountOwn or AccountRead;
    list      "account.list"             AccountList        AccountRead;
    list      "account.log"              AccountLog         AccountOwn or AccountRead;
    query     "account.page"             PageAccounts       AccountRead;
    query     "account.page-log"         PageLog            AccountOwn or AccountRead;
    command   "account.reverse"          AccountReverse     AccountMend;
    query     "account.show"             AccountShow        AccountOwn or AccountRead;
    query     "account.statement"        AccountStatement   AccountOwn or AccountRead;
    query     "account.statement-text"   StatementText      AccountOwn or AccountRead;
    query     "analytics.summary"        AnalyticsSummary   AnalyticsRead;
    query     "analytics.top"            AnalyticsTop       AnalyticsRead;
    procedure "beak.change"              ChangeBeak         OwnUser, secret;
    look      "beak.whose"               WhoseBeak          OwnUser;
    look      "calendar"                 ShowCalendar       anybody;
    look      "calendar.ahead"           ShowAhead          anybody;
    procedure "day.close"                CloseDays          DayClose;
    query     "day.list"                 DayList            AccountRead;
    query     "day.page"                 PageDays           AccountRead;
    query     "day.page-invoices"        PageInvoices       AccountRead;
    query     "day.report"               DayReport          AccountRead;
    query     "day.show"                 ShowDay            AccountRead;
    query     "day.verify"               DayVerify          TaskRead;
    procedure "delivery.send"            SendDue            DayClose or AccountRead;
    query     "delivery.waiting"         WaitingDays        AccountRead;
    entry     "doctor"                   Examine            EventManage;
    query     "draw.fairness"            Fairness           TaskRead;
    query     "draw.fairness-report"     FairnessReport     TaskRead;
    list      "draw.list"                ListDraws          TaskRead;
    query     "draw.show"                ShowDraw           TaskRead;
    query     "draw.verify"              VerifyDraws        TaskRead;
    entry     "enroll"                   Enrol              anybody, secret;
    entry     "enroll.whose"             WhoseCode          anybody, secret;
    query     "event.around"             PageEvents         EventManage;
    query     "event.consumers"          EventConsumers     EventManage;
    command   "event.dead.discard"       EventDeadDiscard   EventManage;
    query     "event.dead.list"          EventDeadList      EventManage;
    procedure "event.dead.retry"         RetryDead          EventManage;
    query     "event.dead.show"          EventDeadShow      EventManage;
    query     "event.head"               EventHead          EventManage;
    list      "event.list"               EventList          EventManage;
    list      "event.page"               EventPage          EventManage;
    procedure "event.rebuild"            RebuildConsumer    EventManage;
    query     "event.schema"             EventSchema        OwnUser;
    query     "event.schemas"            EventSchemas       OwnUser;
    query     "event.show"               EventShow          EventManage;
    export    "export.all"               ExportAll          EventManage;
    list      "export.books"             ExportBooks        AccountRead;
    list      "export.ledger"            ExportLedger       AccountRead;
    entry     "login"                    LogIn              anybody, secret;
    procedure "logout"                   LogOut             anybody, secret;
    look      "mail.check"               CheckMail          SettingWrite;
    command   "mail.discard"             MailDiscard        AccountRead;
    list      "mail.list"                MailList           AccountRead;
    command   "mail.retry"               MailRetry          AccountRead;
    procedure "mail.send"                SendMail           AccountRead;
    query     "mail.show"                ShowLetter         AccountRead;
    list      "payment.list"             PaymentList        AccountRead;
    command   "payment.retry"            PaymentRetry       AccountRead;
    procedure "payment.send"             SendPayments       AccountRead;
    query     "prompt"                   ShowPurse          AccountOwn;
    query     "setting.get"              GetSetting         OwnUser;
    query     "setting.list"             ListSettings       OwnUser;
    command   "setting.set"              SetSetting         SettingWrite;
    entry     "status"                   ShowStatus         EventManage;
    command   "task.add"                 AddTask            TaskCreate;
    command   "task.close"               CloseTasks         TaskClose;
    command   "task.edit"                EditTask           TaskEdit;
    command   "task.import"              ImportTasks        TaskCreate;
    list      "task.list"                ListTasks          TaskRead;
    query     "task.page"                PageTasks          TaskRead;
    command   "task.reassign"            Reassign           TaskReassign;
    query     "task.show"                ShowTask           TaskRead;
    query     "task.why"                 WhyTask            TaskRead;
    command   "token.create"             CreateToken        TokenManage, secret;
    query     "token.list"               ListTokens         TokenManage;
    command   "token.revoke"             RevokeToken        TokenManage;
    command   "user.add"                 AddUser            UserManage, secret;
    command   "user.enroll"              EnrollUser         UserManage, secret;
    command   "user.import"              ImportUsers        UserManage, secret;
    list      "user.list"                ListUsers          OwnUser or UserManage;
    query     "user.page"                PageUsers          UserManage;
    command   "user.set"                 SetUser            UserManage;
    query     "user.show"                ShowUser           OwnUser or UserManage;
    look      "whoami"                   ShowMyself         anybody;
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use serde_json::Value;

    use super::*;
    use crate::kernel::role::Role;
    use crate::kernel::schema::without_words;

    #[test]
    fn every_request_has_a_name_of_its_own_and_stands_where_it_is_looked_for() {
        let names: Vec<&str> = REQUESTS.iter().map(|it| it.name).collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    }

    /// A row for each request, each answer and each type within; words for people are left out.
    fn written(schemas: impl Iterator<Item = (String, Value)>) -> String {
        schemas
            .map(|(name, schema)| format!("{name} {}\n", without_words(schema)))
            .collect()
    }

    /// Clients send these and read those: keys may be added, none is renamed or removed.
    #[test]
    fn what_requests_take_and_answer() {
        let settings = SchemaSettings::draft2020_12();
        let mut taken = settings.clone().into_generator();
        let mut answered = settings.for_serialize().into_generator();
        let schemas = schemas(&mut taken, &mut answered);
        let (requests, answers): (Vec<_>, Vec<_>) = schemas
            .into_iter()
            .map(|(name, [taken, answered])| {
                let named = |schema: Schema| (name.to_owned(), schema.to_value());
                (named(taken), named(answered))
            })
            .unzip();
        let requests = requests.into_iter().chain(taken.take_definitions(true));
        let answers = answers.into_iter().chain(answered.take_definitions(true));
        insta::assert_snapshot!("requests", written(requests));
        insta::assert_snapshot!("answers", written(answers));
    }

    /// What of everybody's (`x`), what of one's own alone (`o`), by worker, accountant, manager, admin.
    #[test]
    fn who_may_ask_for_what() {
        let roles = [Role::Worker, Role::Accountant, Role::Manager, Role::Admin];
        let row = |it: &Listed| {
            let may =
                |which: Option<&Permission>, role| which.is_some_and(|it| it.belongs_to(role));
            let marks = roles.map(|role| match it.permissions {
                [] => "x",
                all if may(all.last(), role) => "x",
                all if may(all.first(), role) => "o",
                _ => ".",
            });
            format!("{:<24}{}", it.name, marks.join(" "))
        };
        let rows: Vec<String> = REQUESTS.iter().map(row).collect();
        let pairs = rows.chunks(2).map(|pair| pair.join("   ") + "\n");
        insta::assert_snapshot!(pairs.collect::<String>(), @r"
        account.adjust          . x . x   account.ahead           . x . x
        account.bring-back      . x . x   account.earnings        . x . x
        account.history         o x o x   account.list            . x . x
        account.log             o x o x   account.page            . x . x
        account.page-log        o x o x   account.reverse         . x . x
        account.show            o x o x   account.statement       o x o x
        account.statement-text  o x o x   analytics.summary       . . . x
        analytics.top           . . . x   beak.change             x x x x
        beak.whose              x x x x   calendar                x x x x
        calendar.ahead          x x x x   day.close               . x . x
        day.list                . x . x   day.page                . x . x
        day.page-invoices       . x . x   day.report              . x . x
        day.show                . x . x   day.verify              x x x x
        delivery.send           . x . x   delivery.waiting        . x . x
        doctor                  . . . x   draw.fairness           x x x x
        draw.fairness-report    x x x x   draw.list               x x x x
        draw.show               x x x x   draw.verify             x x x x
        enroll                  x x x x   enroll.whose            x x x x
        event.around            . . . x   event.consumers         . . . x
        event.dead.discard      . . . x   event.dead.list         . . . x
        event.dead.retry        . . . x   event.dead.show         . . . x
        event.head              . . . x   event.list              . . . x
        event.page              . . . x   event.rebuild           . . . x
        event.schema            x x x x   event.schemas           x x x x
        event.show              . . . x   export.all              . . . x
        export.books            . x . x   export.ledger           . x . x
        login                   x x x x   logout                  x x x x
        mail.check              . . . x   mail.discard            . x . x
        mail.list               . x . x   mail.retry              . x . x
        mail.send               . x . x   mail.show               . x . x
        payment.list            . x . x   payment.retry           . x . x
        payment.send            . x . x   prompt                  x x x x
        setting.get             x x x x   setting.list            x x x x
        setting.set             . . . x   status                  . . . x
        task.add                x x x x   task.close              x x x x
        task.edit               x x x x   task.import             x x x x
        task.list               x x x x   task.page               x x x x
        task.reassign           . . x x   task.show               x x x x
        task.why                x x x x   token.create            . . . x
        token.list              . . . x   token.revoke            . . . x
        user.add                . . . x   user.enroll             . . . x
        user.import             . . . x   user.list               o o o x
        user.page               . . . x   user.set                . . . x
        user.show               o o o x   whoami                  x x x x
        ");
    }
}

//! The pages for `man`, one for each command, made of what help is made of.

use std::io;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::app::kind::Kind;
use crate::cli::help::{EXAMPLE, laid_out};
use crate::cli::settings::Variable;
use crate::kernel::day::Day;

/// A page.
pub struct Page {
    /// The name of its file, such as `popug-task-add.1`.
    pub file: String,
    /// Its source.
    pub text: String,
}

/// Every page, popug's own first; `day` is the date that they bear.
pub fn pages(grammar: Command, day: Day) -> io::Result<Vec<Page>> {
    let mut popug = laid_out(grammar);
    popug.build();
    let mut pages = vec![page(&popug, day, behind_all)?];
    below(&popug, day, &mut pages)?;
    Ok(pages)
}

fn below(command: &Command, day: Day, pages: &mut Vec<Page>) -> io::Result<()> {
    for command in command.get_subcommands() {
        // The flags that stand everywhere are told on the first page.
        let own = command.clone().mut_args(|arg| {
            let everywhere = arg.is_global_set();
            arg.hide(everywhere)
        });
        pages.push(page(&own, day, see_first_page)?);
        below(command, day, pages)?;
    }
    Ok(())
}

/// A command's page; `behind` writes what stands behind its examples.
fn page(command: &Command, day: Day, behind: fn(&mut Roff)) -> io::Result<Page> {
    let text =
        |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string).unwrap_or_default();
    let about = text(command.get_about());
    let description = format!("{about}\n\n{}", text(command.get_before_help()));
    let examples = text(command.get_after_help());
    let named = command
        .clone()
        .long_about(description.trim_end().to_owned());
    let man = Man::new(named)
        .date(day.to_string())
        .source(format!("popug {}", env!("CARGO_PKG_VERSION")))
        .manual("popug");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let mut roff = Roff::new();
    let examples = examples.lines().filter_map(|it| it.strip_prefix(EXAMPLE));
    for (nth, example) in examples.enumerate() {
        if nth == 0 {
            roff.control("SH", ["EXAMPLES"]);
        }
        roff.control("EX", []);
        roff.text([roman(example)]);
        roff.control("EE", []);
    }
    behind(&mut roff);
    roff.to_writer(&mut page)?;
    Ok(Page {
        file: man.get_filename(),
        text: String::from_utf8_lossy(&page).into_owned(),
    })
}

fn behind_all(roff: &mut Roff) {
    roff.control("SH", ["EXIT STATUS"]);
    term(roff, "0", "done, nothing to do, or an empty list");
    for kind in Kind::ALL {
        term(roff, &kind.exit_code().to_string(), kind.meaning());
    }
    roff.control("SH", ["ENVIRONMENT"]);
    for variable in Variable::ALL {
        term(roff, &variable.name(), variable.about());
    }
}

fn see_first_page(roff: &mut Roff) {
    roff.control("SH", ["SEE ALSO"]);
    roff.text([
        bold("popug"),
        roman("(1), for the flags that stand everywhere"),
    ]);
}

fn term(roff: &mut Roff, name: &str, meaning: &str) {
    roff.control("TP", []);
    roff.text([bold(name)]);
    roff.text([roman(meaning)]);
}

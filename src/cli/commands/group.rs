//! Groups of commands: what can be typed behind a word such as `task`.

/// A group and its rows: `NAME(COMMAND)` is a command with the flags that it declares, and
/// `NAME = subcommand GROUP` a group within.
macro_rules! group {
    ($(#[$about:meta])* $group:ident {
        $($(#[$meta:meta])* $name:ident $(($command:ty))? $(= $subcommand:ident $below:ty)?,)+
    }) => {
        $(#[$about])*
        #[derive(clap::Subcommand, Debug)]
        pub enum $group {
            $($(#[$meta])* $(#[command($subcommand)])?
            $name($($crate::cli::context::Declared<$command>)? $($below)?),)+
        }

        impl $group {
            /// The flags that what was typed takes.
            pub fn takes(&self) -> $crate::cli::context::Takes {
                match self {
                    $(Self::$name(it) => it.takes(),)+
                }
            }

            /// Does it.
            pub fn run(
                self,
                context: &mut $crate::cli::context::Context,
            ) -> Result<$crate::cli::context::Ending, $crate::cli::error::CliError> {
                match self {
                    $(Self::$name(it) => it.run(context),)+
                }
            }
        }
    };
}

//! Who works at UberPopug Inc, and what there is to do.

use crate::app::LogIn;
use crate::auth::Secret;
use crate::kernel::role::Role;

/// The beak of everybody in a demo; nothing there is worth a secret.
pub const BEAK: &str = "polly wants a cracker";

/// One of them logs in.
pub fn log_in(name: &str) -> LogIn {
    LogIn {
        name: name.to_owned(),
        beak: Secret::typed(BEAK),
    }
}

/// Somebody of the company.
#[derive(Clone, Copy, Debug)]
pub struct Popug {
    /// Its name.
    pub name: &'static str,
    /// Its name in full.
    pub full_name: &'static str,
    /// Its role.
    pub role: Role,
    /// How likely it closes a task of its own on a day, in percent.
    pub diligence: u64,
}

const fn popug(name: &'static str, full_name: &'static str, role: Role, diligence: u64) -> Popug {
    Popug {
        name,
        full_name,
        role,
        diligence,
    }
}

/// The one who founds the company.
pub const ADMIN: Popug = popug("polly", "Polly Cracker", Role::Admin, 0);
/// The one who reassigns.
pub const MANAGER: Popug = popug("gruff", "Gruff Greyfeather", Role::Manager, 0);
/// The one who keeps the books, and draws tasks like anybody.
pub const ACCOUNTANT: Popug = popug("penny", "Penny Plume", Role::Accountant, 55);

/// Those who draw tasks: the first ones are in every demo, the later ones in larger ones.
pub const WORKERS: [Popug; 16] = [
    popug("kesha", "Innokenty Keshkin", Role::Worker, 90),
    popug("ara", "Ara Macaw", Role::Worker, 75),
    popug("loro", "Loro Verde", Role::Worker, 60),
    popug("flint", "Captain Flint", Role::Worker, 35),
    popug("coco", "Coco Nut", Role::Worker, 10),
    popug("jako", "Jako the Grey", Role::Worker, 70),
    popug("kiwi", "Kiwi Kakapo", Role::Worker, 45),
    popug("lory", "Lory Rainbow", Role::Worker, 65),
    popug("pepper", "Pepper Beakman", Role::Worker, 50),
    popug("mango", "Mango Sunbeam", Role::Worker, 80),
    popug("iago", "Iago Scarlet", Role::Worker, 25),
    popug("zazu", "Zazu Hornbill", Role::Worker, 85),
    popug("rio", "Rio Spix", Role::Worker, 55),
    popug("bibi", "Bibi Budgie", Role::Worker, 40),
    popug("tuki", "Tuki Toucan", Role::Worker, 30),
    popug("skipper", "Skipper Cockatoo", Role::Worker, 60),
];

/// What there is to do, most of it with a ticket in front.
pub const TASKS: [&str; 48] = [
    "[POPUG-1] Oil the perch",
    "[POPUG-2] Teach the coffee machine to say 'polly'",
    "[POPUG-3] Count the sunflower seeds, twice",
    "[POPUG-4] Find out who keeps repeating the stand-up",
    "[POPUG-7] Polish the mirror in the meeting cage",
    "[NEST-12] Replace the straw in nest three",
    "[NEST-14] Negotiate a truce with the pigeons on the sill",
    "[NEST-15] Fix the draught behind the big cage",
    "[WING-8] Write down how to land on a moving taxi",
    "[WING-9] Calibrate the tail-wind sensor",
    "[WING-11] Explain to marketing that we are not budgies",
    "[BEAK-21] Sharpen the release notes",
    "[BEAK-22] Crack the brazil nut backlog",
    "[BEAK-23] Translate the user manual into squawk",
    "[SEED-5] Order more millet before the weekend",
    "[SEED-6] Refactor the feeder so that it feeds",
    "[SEED-9] Remove the raisin nobody admits to",
    "Ask legal whether mimicry counts as testimony",
    "Water the plastic palm tree",
    "Move the squeaky toy out of the server room",
    "[POPUG-31] Stop the elevator from saying 'pretty bird'",
    "[POPUG-32] Make the alarm clock less like a cat",
    "[POPUG-33] Migrate the swing to two chains",
    "[POPUG-35] Rehearse the fire drill without screaming",
    "[NEST-40] Draw lots for the window perch",
    "[NEST-41] Insulate the egg cupboard",
    "[WING-50] Benchmark gliding against flapping",
    "[WING-51] Write a haiku for every failed landing",
    "[WING-52] Deprecate the left turn",
    "[BEAK-60] Proof-read the annual report aloud",
    "[BEAK-61] Unit-test the nutcracker",
    "[SEED-70] Forecast seed prices with tea leaves",
    "[SEED-71] Return the wrong cuttlebone",
    "[SEED-72] Explain inflation to the canary",
    "Sort the feathers by shade of green",
    "Apologise to the neighbours for Thursday",
    "[POPUG-80] Close the window that closes the door",
    "[POPUG-81] Give the intern a perch with a view",
    "[POPUG-82] Read the whole licence to the lizard",
    "[NEST-90] Measure the nest in cubits",
    "[WING-99] Stop paying taxis per squawk",
    "[BEAK-100] Celebrate the hundredth beak ticket",
    "[SEED-101] Hide emergency almonds",
    "[SEED-102] Find the emergency almonds",
    "Learn the new company song",
    "Unlearn the old company song",
    "[POPUG-120] Ask the cat about its five-year plan",
    "[POPUG-121] Teach the printer patience — mañana is not a status",
];

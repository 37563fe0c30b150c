//! What the product promises of itself, whatever happens: sealed data, nothing lost, shapes that stay readable.

mod alarms;
mod codes;
mod crash;
mod elsewhere;
mod hands;
mod imports;
mod papers;
mod privileges;
mod sealed;
mod shapes;
mod suggestions;
mod texts;
mod unseen;
mod wall;
mod whole;
mod whole_policy;

#![doc = include_str!("../README.md")]

mod callback;
mod case;
mod clocks;
mod complaint;
mod door;
mod evidence;
mod form;
mod hearing;
mod intake;
mod paper;
mod picture;
mod review;
mod suggestion;
mod timeline;
mod worklist;

pub use callback::{callback_page, callbacks_page};
pub use case::{Beside, case_page, desk_head, sees_her};
pub use complaint::{complaint_page, her_page, holder_shown, mine_page, receipt_page};
pub use door::{invitee, unit_shown};
pub use evidence::evidence_page;
pub use form::{Asked, check_page, code_state, failed_try, form_page};
pub use hearing::{hearing_link, hearing_place, hearings_page, wall_page};
pub use intake::{Intake, intake_check, intake_page};
pub use paper::{certificate_sheet, receipt_sheet, report_sheet};
pub use picture::pictures_page;
pub use review::{review_page, reviews_page};
pub use suggestion::suggestions_page;
pub use worklist::{Worklist, row};

//! Every id of the product, one registry, in alphabetical order.
//! An id is made by `parse`, prints as it was written and never mixes with another kind.
//! Registration numbers, phones and receipts have rooms of their own.

use std::fmt;

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident, $max:literal; )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Letters, digits and `- / . _`, at least one and at most the kind's length; `None` otherwise.
            pub fn parse(text: &str) -> Option<Self> {
                let fits = !text.is_empty()
                    && text.len() <= $max
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-/._ ".contains(&b));
                fits.then(|| Self(text.to_owned()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}

ids! {
    /// A category of a service, such as `S0-1`. Neutral on purpose: it stands in URLs.
    CategoryId, 16;
    /// Three capital letters, such as `LKO`.
    DistrictCode, 3;
    /// A ladder of the policy, such as `police`.
    LadderId, 32;
    /// An officer's number.
    OfficerId, 16;
    /// The version of the policy a complaint was taken under.
    PolicyVersion, 40;
    /// A post that a ladder names, such as `circle`.
    PostId, 24;
    /// A reply that is ready to be filled in, such as `called`.
    ReplyId, 24;
    /// One of the five services, `S0` to `S4`.
    ServiceId, 8;
    /// A police station, such as `LKO-ALB`.
    StationCode, 12;
    /// Where a post sits: a station, a circle, a district, a range, a state.
    UnitCode, 48;
}

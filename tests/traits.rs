//! The traits of public types: what their users may do with them stays possible.

use crate::representations::representations;
use icws_schema::body::*;
use icws_schema::codes::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::error::Error as StdError;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::str::FromStr;

/// What is free of threads, panics and pins.
trait Plain: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static {}
impl<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static> Plain for T {}

/// What is a value: printed in tests, cloned, compared, a key of a map.
trait Data: Plain + Debug + Clone + Eq + Hash {}
impl<T: Plain + Debug + Clone + Eq + Hash> Data for T {}

fn plain<T: Plain + Debug>() {}
fn data<T: Data>() {}
fn wire<T: Data + Default + Serialize + DeserializeOwned>() {}
fn word<T: Data + Ord + Display + FromStr>() {}
fn code<
    T: Data + Copy + Ord + Default + Display + FromStr + From<i32> + Into<i32> + PartialEq<i32> + PartialOrd<i32>,
>() {
}
fn error<T: Data + StdError>() {}

#[test]
fn bodies_implement_the_usual_traits() {
    macro_rules! is_wire {
        ([], $Type:ident, $direction:ident) => {
            wire::<$Type>();
        };
    }
    representations! { is_wire [] }
    wire::<Field<Vec<FollowMe>>>();
    wire::<UnknownUrn>();
    word::<UnknownUrn>();
    data::<UnknownMembers>();
    data::<MemberInfo>();
    data::<DescriptionSource>();
    plain::<UnknownMembersIter<'static>>();
    error::<DocumentedUrnError>();
}

#[test]
fn codes_are_ordered_and_parsed() {
    code::<EFaqSearchOptions>();
    code::<InheritedFromType>();
    code::<LicenseErrorType>();
    code::<ValidationErrorType>();
    word::<ErrorId>();
    data::<UnknownErrorId>();
    data::<UnknownCode<EFaqSearchOptions>>();
    error::<ParseCodeError>();
}

#[test]
fn requests_and_their_parts_are_data() {
    use icws_schema::endpoint::*;
    data::<SessionId>();
    data::<CsrfToken>();
    data::<SessionCookie>();
    data::<Session>();
    data::<UserId>();
    data::<AcceptLanguage>();
    word::<UserId>();
    word::<AcceptLanguage>();
    data::<MediaType>();
    data::<RequestTarget>();
    data::<Header>();
    data::<Headers>();
    data::<UpdateRequest>();
    data::<GetUserRequest>();
    data::<RequestParts>();
    data::<ReceivedRequest>();
    data::<Route>();
    data::<ResponseParts>();
    data::<RequestPart>();
    data::<PartErrorReason>();
    error::<PartError>();
}

#[cfg(feature = "rules")]
#[test]
fn licenses_implement_the_usual_traits() {
    use icws_schema::license::*;
    data::<Allocation>();
    data::<LicenseHolder>();
    data::<MediaLevel>();
    data::<HeldLicenses>();
    data::<RequestedLicenses>();
    data::<LicenseUpdate>();
    data::<LicenseCounts>();
    data::<License>();
    data::<LicenseCatalog>();
    data::<LicenseProblem>();
    data::<LicenseOutcome>();
    plain::<LicenseCatalogIter<'static>>();
}

#[test]
fn what_is_derived_from_a_payload_can_be_sent_and_compared() {
    use icws_schema::report::*;
    use icws_schema::{ParseOptions, Parsed, response::*};
    fn result<T: Plain + Debug + Clone + PartialEq>() {}
    result::<Report>();
    result::<Problem>();
    result::<UncheckedRule>();
    result::<Warning>();
    result::<Origin>();
    result::<Location>();
    result::<ParseOptions>();
    result::<Parsed<FollowMe>>();
    result::<Response>();
    plain::<icws_schema::Error>();
    plain::<icws_schema::file::LoadError>();
    data::<Expected>();
    data::<Unexpected>();
    data::<Hint>();
}

#[cfg(feature = "rules")]
#[test]
fn rules_and_directories_can_be_sent_and_shared() {
    use icws_schema::directory::*;
    use icws_schema::rules::*;
    data::<Rule>();
    data::<RuleSet>();
    plain::<RequestChecker>();
    plain::<ObjectChecker>();
    plain::<CustomChecks>();
    plain::<Valid<UserClientConfigurationProperties>>();
    plain::<InMemoryDirectory>();
    plain::<Answers>();
    plain::<OwnedQuestion>();
    plain::<DirectoryError>();
    word::<PropertyPath>();
}

//! The `WWW-Authenticate` headers of a 401.

use icws_schema::response::{Challenge, ChallengeError, Challenges};
use std::time::{Duration, Instant};

#[test]
fn parameters_are_separated_by_spaces_or_by_commas() {
    for header in [
        r#"ICWS realm="ICWS" location="/ICWS/connection""#,
        r#"icws realm="ICWS", location="/ICWS/connection""#,
        "ICWS realm=ICWS,location=/ICWS/connection",
        r#" ICWS location="/ICWS/connection"   realm="\ICWS" "#,
        "ICWS realm = \"ICWS\" ,\tlocation= \"/ICWS/connection\"",
        "ICWS realm=\"ICWS\"\r\n location=\"/ICWS/connection\"",
    ] {
        let challenge: Challenge = header.parse().unwrap();
        assert_eq!((challenge.realm(), challenge.location()), (Some("ICWS"), Some("/ICWS/connection")), "{header}");
        assert_eq!(challenge.to_string().parse::<Challenge>().unwrap(), challenge);
    }
}

#[test]
fn the_icws_challenge_is_found_among_others() {
    for header in [
        r#"Negotiate, NTLM, ICWS realm="ICWS" location="/x""#,
        r#"ICWS realm="ICWS" location="/x", Basic realm="p""#,
        r#"Basic realm="a, ICWS realm=b", charset="UTF-8", ICWS realm="ICWS", location="/x", NTLM"#,
        r#"Negotiate YIIJ8Q==, ICWS location="/x" realm="ICWS""#,
        r#"Negotiate YIIJ8Q=, ICWS location="/x" realm="ICWS""#,
        r#"Newauth realm="apps", type=1, title="Login to \"apps\"", , ICWS location="/x" realm=ICWS"#,
        r#"ICWS realm="ICWS" location="/x", Basic realm="open"#,
    ] {
        let challenge: Challenge = header.parse().unwrap();
        assert_eq!((challenge.realm(), challenge.location()), (Some("ICWS"), Some("/x")), "{header}");
        assert_eq!(challenge.parameters().count(), 2, "{header}");
    }
}

#[test]
fn every_challenge_of_every_header_is_kept_in_order() {
    let challenges = Challenges::parse([
        r#"Negotiate YIIJ8Q+/~.==, Digest realm="p", nonce=abc, qop="auth,auth-int""#,
        "",
        r#"ICWS realm="ICWS" location="/x""#,
    ]);
    let written: Vec<_> = challenges.iter().map(ToString::to_string).collect();
    assert_eq!(
        written,
        [
            "Negotiate YIIJ8Q+/~.==",
            r#"Digest realm="p", nonce="abc", qop="auth,auth-int""#,
            r#"ICWS realm="ICWS" location="/x""#
        ]
    );
    assert_eq!((challenges.len(), challenges.errors()), (3, &[][..]));
}

#[test]
fn an_error_in_one_header_does_not_affect_the_others() {
    let challenges = Challenges::parse(["Basic realm=\"open", "=", r#"ICWS location="/x""#]);
    assert_eq!(
        challenges.errors(),
        [ChallengeError::UnclosedQuote { offset: 12 }, ChallengeError::ExpectedName { offset: 0 }]
    );
    assert_eq!(challenges.icws().and_then(Challenge::location), Some("/x"));
}

#[test]
fn a_header_without_a_whole_icws_challenge_is_an_error() {
    for (header, expected) in [
        ("", ChallengeError::NoIcwsChallenge),
        ("Basic realm=\"x\"", ChallengeError::NoIcwsChallenge),
        ("realm=\"x\" ICWS", ChallengeError::ExpectedScheme { offset: 0 }),
        ("ICWS realm=\"open", ChallengeError::UnclosedQuote { offset: 11 }),
        ("ICWS =x", ChallengeError::ExpectedScheme { offset: 0 }),
        ("ICWS, =x", ChallengeError::ExpectedName { offset: 6 }),
        ("ICWS a b=c", ChallengeError::ExpectedScheme { offset: 7 }),
    ] {
        assert_eq!(header.parse::<Challenge>(), Err(expected), "{header}");
        assert!(!format!("{expected:?} {expected}").contains("open"));
    }
}

#[test]
fn the_cost_of_parsing_is_linear() {
    for unit in ["ICWS ", "a=\"b\" ", "ICWS,", "a=b,", "\"", "=", "a= ", " ", "N abc==, ", "\\\"", "a=\"\\\"\""] {
        let header = format!("ICWS {}", unit.repeat(2_000_000 / unit.len()));
        let start = Instant::now();
        let challenges = Challenges::parse([&header]);
        assert!(start.elapsed() < Duration::from_secs(20), "{unit:?}: {:?}", start.elapsed());
        assert!(challenges.len() + challenges.errors().len() > 0);
    }
}

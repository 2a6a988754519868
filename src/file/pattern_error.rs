//! Errors of patterns that do not compile.

use std::fmt;

/// Declares the errors: a row has a kind of error of the crate `regex-syntax`, from parsing or translating a pattern,
/// and its English phrase.
macro_rules! pattern_errors {
    (parsed { $($Parsed:ident => $parsed:literal;)+ } translated { $($Translated:ident => $translated:literal;)+ }) => {
        /// The error of a pattern that does not compile: a kind of error of the crate `regex-syntax`.
        ///
        /// [`Display`](fmt::Display) writes it in English.
        ///
        /// ```
        /// use icws_schema::file::{LoadFound, PatternError};
        /// use icws_schema::rules::validators::Regex;
        /// use icws_schema::rules::{Rule, RuleSet};
        ///
        /// let error = RuleSet::new([Rule::new("name", Regex::new("^(a|b"))]).unwrap_err();
        /// assert_eq!(error.problems()[0].found(), &LoadFound::InvalidPattern { error: PatternError::GroupUnclosed, at: 1 });
        /// assert_eq!(PatternError::GroupUnclosed.to_string(), "unclosed group");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum PatternError {
            $(#[doc = concat!("\"", $parsed, "\"")] $Parsed,)+
            $(#[doc = concat!("\"", $translated, "\"")] $Translated,)+
            /// "not a pattern"
            Other,
        }

        impl PatternError {
            /// Returns the name of the variant.
            ///
            /// ```
            /// assert_eq!(icws_schema::file::PatternError::ClassUnclosed.name(), "ClassUnclosed");
            /// ```
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$Parsed => stringify!($Parsed),)+
                    $(Self::$Translated => stringify!($Translated),)+
                    Self::Other => "Other",
                }
            }
        }

        impl fmt::Display for PatternError {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$Parsed => $parsed,)+
                    $(Self::$Translated => $translated,)+
                    Self::Other => "not a pattern",
                })
            }
        }

        #[cfg(feature = "rules")]
        impl From<&regex_syntax::Error> for PatternError {
            fn from(error: &regex_syntax::Error) -> Self {
                use regex_syntax::{ast, hir};
                match error {
                    regex_syntax::Error::Parse(error) => match error.kind() {
                        $(ast::ErrorKind::$Parsed { .. } => Self::$Parsed,)+
                        _ => Self::Other,
                    },
                    regex_syntax::Error::Translate(error) => match error.kind() {
                        $(hir::ErrorKind::$Translated => Self::$Translated,)+
                        _ => Self::Other,
                    },
                    _ => Self::Other,
                }
            }
        }
    };
}

pattern_errors! {
    parsed {
        CaptureLimitExceeded => "too many groups";
        ClassEscapeInvalid => "invalid escape sequence found in character class";
        ClassRangeInvalid => "invalid character class range, the start must be <= the end";
        ClassRangeLiteral => "invalid range boundary, must be a literal";
        ClassUnclosed => "unclosed character class";
        DecimalEmpty => "decimal literal empty";
        DecimalInvalid => "decimal literal invalid";
        EscapeHexEmpty => "hexadecimal literal empty";
        EscapeHexInvalid => "hexadecimal literal is not a Unicode scalar value";
        EscapeHexInvalidDigit => "invalid hexadecimal digit";
        EscapeUnexpectedEof => "incomplete escape sequence, reached end of pattern prematurely";
        EscapeUnrecognized => "unrecognized escape sequence";
        FlagDanglingNegation => "dangling flag negation operator";
        FlagDuplicate => "duplicate flag";
        FlagRepeatedNegation => "flag negation operator repeated";
        FlagUnexpectedEof => "expected flag but got end of regex";
        FlagUnrecognized => "unrecognized flag";
        GroupNameDuplicate => "duplicate capture group name";
        GroupNameEmpty => "empty capture group name";
        GroupNameInvalid => "invalid capture group character";
        GroupNameUnexpectedEof => "unclosed capture group name";
        GroupUnclosed => "unclosed group";
        GroupUnopened => "unopened group";
        NestLimitExceeded => "too many nested groups or classes";
        RepetitionCountInvalid => "invalid repetition count range, the start must be <= the end";
        RepetitionCountDecimalEmpty => "repetition quantifier expects a valid decimal";
        RepetitionCountUnclosed => "unclosed counted repetition";
        RepetitionMissing => "repetition operator missing expression";
        SpecialWordBoundaryUnclosed => "special word boundary assertion is either unclosed or contains an invalid character";
        SpecialWordBoundaryUnrecognized => "unrecognized special word boundary assertion, valid choices are: start, end, start-half or end-half";
        SpecialWordOrRepetitionUnexpectedEof => "special word boundary or bounded repetition on a \\b without a closing brace";
        UnicodeClassInvalid => "invalid Unicode character class";
        UnsupportedBackreference => "backreferences are not supported";
        UnsupportedLookAround => "look-around, including look-ahead and look-behind, is not supported";
    }
    translated {
        UnicodeNotAllowed => "Unicode not allowed here";
        InvalidUtf8 => "pattern can match invalid UTF-8";
        UnicodePropertyNotFound => "Unicode property not found";
        UnicodePropertyValueNotFound => "Unicode property value not found";
    }
}

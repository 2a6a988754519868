//! `icws-schema generate`

use crate::{Ending, input, output, rules};
use clap::{Args, ValueEnum};
use icws_schema::Representation;
use icws_schema::body::{ErrorBody, UpdateOperationResult, UserClientConfigurationView};
use icws_schema::codes::ValidationErrorType;
use icws_schema::report::ProblemKind;
use icws_schema::rules::Context;
use icws_schema::strategy::{self, InvalidCase, RequestStrategy};
use std::io::{self, ErrorKind, Write};

/// Draw payloads by chance, one a line: the same for the same seed and version
#[derive(Args)]
pub(crate) struct Generate {
    /// What to draw.
    #[arg(long = "as", value_enum, default_value_t = Kind::Request)]
    kind: Kind,
    /// The rules that requests break none of: `documented`, `recommended`, or a rule file. Of requests alone.
    #[arg(long, value_name = "RULES")]
    rules: Option<String>,
    /// Draw payloads with exactly one thing wrong. All are JSON.
    #[arg(long)]
    invalid: bool,
    /// Let this validator be what speaks, by number or name. Of requests alone.
    #[arg(long, value_name = "ID|NAME", requires = "invalid")]
    validator: Option<String>,
    /// Say on standard error what is wrong with each payload.
    #[arg(long, requires = "invalid")]
    explain: bool,
    /// How many.
    #[arg(long, value_name = "N", default_value_t = 10)]
    count: u64,
    /// What chance starts from.
    #[arg(long, value_name = "S", default_value_t = 0)]
    seed: u64,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Kind {
    /// The body of a PUT.
    Request,
    /// The properties as a GET gives them.
    View,
    /// The body of a 200.
    Result,
    /// The body of any other status, plain or configuration error.
    Error,
}

/// A payload, and what is wrong with it.
struct Drawn {
    text: String,
    wrong: Option<String>,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<Ending, String> {
        self.write(self.drawn()?).map(|()| Ending::Well)
    }

    fn write(&self, drawn: Box<dyn Iterator<Item = Drawn>>) -> Result<(), String> {
        let mut left = self.count;
        let mut out = io::stdout().lock();
        for Drawn { text, wrong } in drawn.take(usize::try_from(self.count).unwrap_or(usize::MAX)) {
            let said = match wrong.filter(|_| self.explain) {
                Some(wrong) => writeln!(out, "{text}").and_then(|()| writeln!(io::stderr(), "{wrong}")),
                None => writeln!(out, "{text}"),
            };
            match said {
                // Whoever reads has enough.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                said => said.map_err(|error| error.to_string())?,
            }
            left -= 1;
        }
        if left == 0 { Ok(()) } else { Err("no request was found that the rules take".to_owned()) }
    }

    fn drawn(&self) -> Result<Box<dyn Iterator<Item = Drawn>>, String> {
        match self.kind {
            Kind::Request => self.requests(),
            _ if self.rules.is_some() => Err("`--rules` is for `--as request`".to_owned()),
            _ if self.validator.is_some() => Err("`--validator` is for `--as request`".to_owned()),
            Kind::View => Ok(self.answers::<UserClientConfigurationView>()),
            Kind::Result => Ok(self.answers::<UpdateOperationResult>()),
            Kind::Error => Ok(self.answers::<ErrorBody>()),
        }
    }

    fn answers<T: Representation + 'static>(&self) -> Box<dyn Iterator<Item = Drawn>> {
        if self.invalid {
            let invalid_json = strategy::samples(strategy::invalid_json::<T>(), self.seed);
            // What is no JSON stands in no line of JSON.
            Box::new(
                invalid_json
                    .filter(|invalid_json| !matches!(invalid_json.kind, ProblemKind::Syntax(_)))
                    .map(Drawn::invalid_json),
            )
        } else {
            Box::new(strategy::samples(strategy::valid_json::<T>(), self.seed).map(Drawn::valid))
        }
    }

    fn requests(&self) -> Result<Box<dyn Iterator<Item = Drawn>>, String> {
        let name = self.rules.as_deref().unwrap_or("documented");
        let rules = input::request_rules(name)?;
        let under = RequestStrategy::new(&rules, &Context::new());
        match &self.validator {
            Some(wanted) => {
                let validator = rules::find(wanted)?;
                let invalid_json = under.invalid_by(validator).ok_or_else(|| why_not(&under, validator, name))?;
                Ok(Box::new(strategy::samples(invalid_json, self.seed).map(Drawn::invalid_json)))
            }
            None if self.invalid => {
                Ok(Box::new(strategy::samples(under.invalid(), self.seed).map(Drawn::invalid_json)))
            }
            None => Ok(Box::new(strategy::samples(under.valid_json(), self.seed).map(Drawn::valid))),
        }
    }
}

/// Why a validator does not speak.
fn why_not(under: &RequestStrategy<'_>, validator: ValidationErrorType, rules: &str) -> String {
    let unbroken: Vec<_> = under.unreachable_rules().iter().filter(|rule| rule.validator == validator).collect();
    match &unbroken[..] {
        [] => format!("{rules}: no rule raises {validator} by itself"),
        unbroken => unbroken.iter().map(|rule| format!("{rules}: {rule}")).collect::<Vec<_>>().join("\n"),
    }
}

impl Drawn {
    fn valid(text: String) -> Self {
        Self { text, wrong: None }
    }

    fn invalid_json(InvalidCase { body: text, pointer, rule_pointer, mutation, .. }: InvalidCase) -> Self {
        let place = output::place(&pointer);
        let rule = rule_pointer.map_or_else(String::new, |rule| format!(" ({rule})"));
        Self { text, wrong: Some(format!("{place}: {mutation}{rule}")) }
    }
}

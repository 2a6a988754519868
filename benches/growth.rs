//! How time and memory grow with hostile inputs: each is measured at three sizes, each time twice as large, in a process of
//! its own. Fails where an exponent says that something grows faster than its input.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench growth [NAME]`

use icws_schema::ParseOptions;
use icws_schema::cases::{CaseFile, CaseRunner};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::rules::{Context, ObjectChecker, ObjectContext, RequestChecker, RuleSet};
use std::fmt::Write;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// An exponent of 1 is linear; sorting, caches and a noisy machine need some room.
const MAX_EXPONENT: f64 = 1.35;

/// A name, the smallest size, and what makes the input of a size and gives what is measured.
type Input = (&'static str, usize, fn(usize) -> Box<dyn FnOnce()>);

const INPUTS: [Input; 27] = [
    ("workgroups outside the items", 4_000, |count| keywords(count, "workgroupAnalyzerKeywordCount", "workgroups")),
    ("recorder policies outside the items", 4_000, |count| {
        keywords(count, "recorderPolicyAnalyzerKeywordCount", "recorderPolicies")
    }),
    ("a valid array under recommended rules", 100_000, |count| recommended(count, "\"8001\"")),
    ("invalid items under recommended rules", 50_000, |count| recommended(count, "\"?\"")),
    ("malformed items, printed", 50_000, |count| recommended(count, "true")),
    ("violations beyond the maximum", 100_000, |count| {
        let rule = r#"{"validator":"range","property":"","min":20}"#;
        first_problems(count, &format!(r#"{{"validator":"validatorGroup","property":"followMe[].timeout","rules":[{rule}]}}"#))
    }),
    ("unchecked rules beyond the maximum", 100_000, |count| {
        first_problems(count, r#"{"validator":"existingExtension","property":"followMe[].phoneNumber"}"#)
    }),
    ("rules of many types, a directory with many others", 500, |count| {
        let name = "name".repeat(20);
        let rule = |i| format!(r#"{{"validator":"existingInstanceId","property":"v","objectType":"a{name}{i}"}}"#);
        let types = joined(count, |i| format!(r#""{name}b{i}":[]"#));
        let directory = InMemoryDirectory::from_json(format!(r#"{{"objects":{{{types}}}}}"#)).unwrap();
        let checker = ObjectChecker::from_json(format!(r#"{{"rules":[{}]}}"#, joined(count, rule))).unwrap();
        Box::new(move || {
            let context = ObjectContext::new().with_directory(&directory);
            black_box(checker.check(r#"{"v":"a"}"#, &context));
        })
    }),
    ("a directory of many users", 50_000, |count| {
        let user = |i| format!(r#"{{"id":"User{i}","attributes":{{"mail":"u{i}@example.com","extension":{i}}}}}"#);
        let file = format!(r#"{{"objects":{{"user":[{}]}}}}"#, joined(count, user));
        Box::new(move || drop(black_box(InMemoryDirectory::from_json(&file).unwrap())))
    }),
    ("many values that are allowed, many that are not", 2_000, |count| {
        let values = joined(count, |i| format!("\"value{i}\""));
        let rule = format!(r#"{{"validator":"validValues","property":"[]","values":[{values}]}}"#);
        objects(&rule, format!("[{}]", joined(count, |i| format!("\"other{i}\""))))
    }),
    ("many required members, many objects without them", 8_000, |count| {
        let names = joined(count, |i| format!("\"member{i}\""));
        let rule = format!(r#"{{"validator":"attributeExistence","property":"[]","required":[{names}]}}"#);
        objects(&rule, format!("[{}]", joined(count, |_| "{}".to_owned())))
    }),
    ("a long note, many violations", 2_000, |count| {
        let rule = format!(r#"{{"validator":"range","property":"[]","max":0,"note":"{}"}}"#, "n".repeat(count));
        objects(&rule, format!("[{}]", joined(count, |_| "1".to_owned())))
    }),
    ("two properties, many violations", 50_000, |count| {
        let rule = r#"{"validator":"integerComparisonValidator","property":"[].a","operator":"lt","other":"[].b"}"#;
        objects(rule, format!("[{}]", joined(count, |i| format!(r#"{{"a":{i},"b":0}}"#))))
    }),
    ("one second path, many violations", 50_000, |count| {
        let rule = r#"{"validator":"integerComparisonValidator","property":"list[]","operator":"lt","other":"max"}"#;
        objects(rule, format!(r#"{{"list":[{}],"max":0}}"#, joined(count, |i| i.to_string())))
    }),
    ("a long number outside the items", 8_000, |count| {
        shared(count, r#""validator":"integerComparisonValidator","operator":"eq","other":"shared""#, "5", |zeros| {
            format!("5.{}", zeros.replace('x', "0"))
        })
    }),
    ("a long number in a condition", 8_000, |count| {
        let rule = r#""validator":"propertyNotApplicable","when":{"property":"shared","is":6}"#;
        shared(count, rule, "5", |zeros| format!("5.{}", zeros.replace('x', "0")))
    }),
    ("a long time outside the items", 8_000, |count| {
        shared(count, r#""validator":"endDateTimeValidator","start":"shared""#, "\"10:00\"", |digits| {
            format!("\"09:00:00.{}\"", digits.replace('x', "1"))
        })
    }),
    ("a long name outside the items", 8_000, |count| {
        shared(count, r#""validator":"unsupportedModel","manufacturer":"shared""#, "\"a\"", |name| format!("\"{name}\""))
    }),
    ("a group with many causes", 50_000, |count| {
        let rule = r#"{"validator":"characterDelimitedValue","property":"v","delimiter":";","rules":[{"validator":"stringLength","max":1}]}"#;
        objects(rule, format!("{{\"v\":\"{}\"}}", (0..count).map(|i| format!("x{i};")).collect::<String>()))
    }),
    ("unchecked rules", 50_000, |count| {
        objects(
            r#"{"validator":"existingExtension","property":"[]"}"#,
            format!("[{}]", joined(count, |i| format!("\"{i}\""))),
        )
    }),
    ("duplicate members", 50_000, |count| {
        request(joined(count, |i| format!("\"callForwardAll\":null,\"m{i}\":{{\"a\":1,\"a\":2}}")))
    }),
    ("unknown members", 50_000, |count| request(joined(count, |i| format!("\"actualValu{i}\":1")))),
    ("long names of unknown members", 1_000, |count| {
        let name = "n".repeat(count);
        request(format!("\"{name}\":1,\"followMe\":[{}]", joined(count, |_| "{\"timeot\":1}".to_owned())))
    }),
    ("mistakes of a rule file", 10_000, |count| {
        let rule = |i| format!(r#"{{"validator":"rnage","property":"followMe[{i}].timeot","mn":"1"}}"#);
        let file = format!(r#"{{"rules":[{}]}}"#, joined(count, rule));
        Box::new(move || drop(black_box(RequestChecker::from_json(&file).unwrap_err().to_string())))
    }),
    ("expected problems in reverse order", 10_000, |count| {
        let problems = |member: &str, validator| {
            let problem = |i| format!(r#"{{"validator":{validator},"pointer":"/{member}/{}"}}"#, count - 1 - i);
            let expected = format!(r#"{{"problems":[{}]}}"#, joined(count, problem));
            format!(r#"{{"name":"a","body":{{"v":[{}]}},"expected":{expected}}}"#, joined(count, |_| "0".to_owned()))
        };
        cases(&format!("{},{},{}", problems("v", 5), problems("w", 5), problems("v", 6)), r#""featureVersion":12"#)
    }),
    ("cases that share a directory and a current object", 5_000, |count| {
        let users = joined(count, |i| format!(r#"{{"id":"User{i}"}}"#));
        let of_case = |i| format!(r#"{{"name":"{i}","body":{{"v":[1],"user":"User{i}"}}}}"#);
        let shared = format!(r#""directory":{{"objects":{{"user":[{users}]}}}},"current":{{"users":[{users}]}}"#);
        cases(&joined(count, of_case), &shared)
    }),
    ("rules of a rule file", 10_000, |count| {
        let rule = |i| format!(r#"{{"validator":"stringLength","property":"member{i}","max":{i}}}"#);
        let file = format!(r#"{{"rules":[{}]}}"#, joined(count, rule));
        Box::new(move || drop(black_box(RuleSet::from_json(&file).unwrap().to_json())))
    }),
];

fn joined(count: usize, part: impl Fn(usize) -> String) -> String {
    let mut joined = String::new();
    for index in 0..count {
        write!(joined, "{}{}", if index == 0 { "" } else { "," }, part(index)).unwrap();
    }
    joined
}

/// Checks any JSON, and writes the report in every form.
fn objects(rule: &str, body: String) -> Box<dyn FnOnce()> {
    let checker = ObjectChecker::from_json(format!("{{\"rules\":[{rule}]}}")).unwrap();
    Box::new(move || {
        let report = checker.check(&body, &ObjectContext::new());
        black_box((report.to_string(), format!("{report:?}"), serde_json::to_string(&report).unwrap()));
    })
}

/// Checks items with a rule whose second path leads to one long value.
fn shared(count: usize, rule: &str, item: &str, value: fn(String) -> String) -> Box<dyn FnOnce()> {
    let rule = format!(r#"{{{rule},"property":"list[]"}}"#);
    objects(&rule, format!(r#"{{"list":[{}],"shared":{}}}"#, joined(count, |_| item.to_owned()), value("x".repeat(count))))
}

/// Runs the cases of a file.
fn cases(cases: &str, setting: &str) -> Box<dyn FnOnce()> {
    let rules = r#"{"rules":[{"validator":"range","property":"v[]","min":1},
        {"validator":"existingInstanceId","property":"user","objectType":"user"}]}"#;
    let file = format!(r#"{{"object":"any","partial":true,"rules":{rules},{setting},"cases":[{cases}]}}"#);
    Box::new(move || {
        let mut runner = CaseRunner::new(|name| Err(name.to_owned()));
        let file = CaseFile::from_json(&file).unwrap();
        file.cases().iter().for_each(|case| drop(black_box(runner.run(case).unwrap())));
    })
}

fn request(members: String) -> Box<dyn FnOnce()> {
    let body = format!("{{{members}}}");
    Box::new(move || {
        let report = RequestChecker::recommended().check(&body, &Context::new());
        black_box((report.to_string(), serde_json::to_string(&report).unwrap()));
    })
}

fn recommended(count: usize, number: &str) -> Box<dyn FnOnce()> {
    let item = |_| format!(r#"{{"phoneNumber":{number},"timeout":15,"usePin":true}}"#);
    request(format!("\"followMe\":[{}]", joined(count, item)))
}

/// Checks items that a rule rejects or cannot check, of which the first are listed.
fn first_problems(count: usize, rule: &str) -> Box<dyn FnOnce()> {
    let options = ParseOptions::new().max_problems(1000);
    let checker = RequestChecker::from_json(format!(r#"{{"rules":[{rule}]}}"#)).unwrap().with_parse_options(options);
    let item = |_| r#"{"phoneNumber":"8001","timeout":15,"usePin":true}"#.to_owned();
    let body = format!(r#"{{"followMe":[{}]}}"#, joined(count, item));
    Box::new(move || drop(black_box(checker.check(&body, &Context::new()).to_string())))
}

fn keywords(count: usize, validator: &str, users: &str) -> Box<dyn FnOnce()> {
    let sets = joined(count, |i| format!(r#"{{"id":"set{i}","keywords":3,"{users}":["user{i}"]}}"#));
    let directory = InMemoryDirectory::from_json(format!(r#"{{"keywordSets":[{sets}]}}"#)).unwrap();
    let rule = format!(
        r#"{{"validator":"{validator}","property":"sets[].keywords","set":"sets[].id","{users}":"users","max":5}}"#
    );
    let checker = ObjectChecker::from_json(format!("{{\"rules\":[{rule}]}}")).unwrap();
    let items = joined(count, |i| format!(r#"{{"id":"set{i}","keywords":["a","b","c"]}}"#));
    let body = format!(r#"{{"users":[{}],"sets":[{items}]}}"#, joined(count, |i| format!("\"user{i}\"")));
    Box::new(move || drop(black_box(checker.check(&body, &ObjectContext::new().with_directory(&directory)))))
}

/// The highest amount of memory that this process has had, in kilobytes; 0 where the system does not tell.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Measures one input of one size: microseconds, and kilobytes.
fn measure(name: &str, count: usize) {
    let (_, _, input) = INPUTS.into_iter().find(|(other, ..)| *other == name).expect("the name of an input");
    let run = input(count);
    let (before, start) = (peak(), Instant::now());
    run();
    println!("{} {}", start.elapsed().as_micros(), peak() - before);
}

fn measured(name: &str, count: usize) -> (f64, f64) {
    let child =
        Command::new(std::env::current_exe().unwrap()).args(["--measure", name, &count.to_string()]).output().unwrap();
    let line = String::from_utf8(child.stdout).unwrap();
    let numbers: Vec<f64> = line.split_whitespace().map(|number| number.parse().unwrap()).collect();
    let [time, memory] = numbers[..] else { panic!("{name}: {}", String::from_utf8_lossy(&child.stderr)) };
    (time, memory)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, name, count] = &arguments[..]
        && flag == "--measure"
    {
        measure(name, count.parse().unwrap());
        return ExitCode::SUCCESS;
    }
    println!("{:>52} {:>9} {:>9} {:>9} {:>9} {:>9}", "", "n", "ms", "KB", "time^", "memory^");
    let mut is_fine = true;
    for (name, count, _) in
        INPUTS.into_iter().filter(|(name, ..)| arguments.is_empty() || arguments.iter().any(|part| name.contains(part)))
    {
        let [small, large] = [count, 4 * count].map(|count| measured(name, count));
        // Two doublings. What is small is noise.
        let exponent = |small: f64, large: f64, noise: f64| {
            if large < noise { 0.0 } else { (large / small.max(noise / 8.0)).log2() / 2.0 }
        };
        let (time, memory) = (exponent(small.0, large.0, 5_000.0), exponent(small.1, large.1, 20_000.0));
        let is_too_much = time > MAX_EXPONENT || memory > MAX_EXPONENT;
        is_fine &= !is_too_much;
        let mark = if is_too_much { "  <-- faster than the input" } else { "" };
        println!(
            "{name:>52} {:>9} {:>9.1} {:>9} {time:>9.2} {memory:>9.2}{mark}",
            4 * count,
            large.0 / 1000.0,
            large.1
        );
    }
    if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

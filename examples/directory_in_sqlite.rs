//! Rules that query a database: a directory in `SQLite`.
//!
//! ```console
//! $ cargo run --example directory_in_sqlite
//! ```

use icws_schema::directory::{Answer, Directory, DirectoryError, Question};
use icws_schema::rules::{Context, RequestChecker};
use rusqlite::{Connection, params};

/// The tables of a provisioning system. Anything else is unknown, and rules that need it are unchecked.
struct Provisioning {
    database: Connection,
}

impl Directory for Provisioning {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        let exists = |sql: &str, parameters: &[&dyn rusqlite::ToSql]| -> Result<Answer, DirectoryError> {
            let mut statement = self.database.prepare(sql).map_err(DirectoryError::new)?;
            Ok(statement.exists(parameters).map_err(DirectoryError::new)?.into())
        };
        // Ids and names in questions are in lower case, which SQLite's own `lower` knows of ASCII alone.
        match *question {
            Question::ObjectExists { object_type: "user", id } => {
                exists("SELECT 1 FROM users WHERE lower_id = ?1", params![id])
            }
            Question::ExtensionInUse { extension, .. } => {
                exists("SELECT 1 FROM extensions WHERE extension = ?1", params![extension])
            }
            _ => Ok(Answer::NotKnown),
        }
    }
}

const RULES: &str = r#"{"rules": [
  {"validator": "existingExtension", "property": "followMe[].phoneNumber", "note": "internal numbers only"},
  {"validator": "existingLanguageValues", "property": "callForwardAllMode.actualValue"}
]}"#;

#[allow(clippy::print_stdout, reason = "an example prints what it shows")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let database = Connection::open_in_memory()?;
    database.execute_batch(
        "CREATE TABLE users (id TEXT, lower_id TEXT PRIMARY KEY);
         CREATE TABLE extensions (extension TEXT PRIMARY KEY);
         INSERT INTO extensions VALUES ('8001'), ('8042');",
    )?;
    for id in ["GCAdmin", "Émile"] {
        database.execute("INSERT INTO users VALUES (?1, ?2)", [id, &id.to_lowercase()])?;
    }
    let directory = Provisioning { database };
    let context = Context::new().with_directory(&directory);

    let checker = RequestChecker::from_json(RULES)?;
    let report = checker.check(
        r#"{"callForwardAllMode": {"actualValue": "en"}, "followMe": [
            {"phoneNumber": "8042", "timeout": 15, "usePin": false},
            {"phoneNumber": "9999", "timeout": 15, "usePin": false}]}"#,
        &context,
    );
    println!("{report}");
    assert_eq!(report.problems().len(), 1);
    assert_eq!(report.problems()[0].pointer(), "/followMe/1/phoneNumber");

    // The database has no table of languages: that rule is reported as unchecked.
    assert!(!report.is_complete());
    for rule in report.unchecked() {
        println!("{rule}");
    }
    Ok(())
}

#[test]
fn it_runs() -> Result<(), Box<dyn std::error::Error>> {
    main()
}

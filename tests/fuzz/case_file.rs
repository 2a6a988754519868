//! Case files.

use icws_schema::cases::{CaseFile, CaseRunner, respond};

/// The cases of a file that loads can be run, and another implementation responds to them as this one does; any other file
/// has problems with positions.
pub(super) fn target(data: &[u8]) {
    match CaseFile::from_json(data) {
        Ok(file) => {
            let mut runner = CaseRunner::new(|name| Err(format!("{name}: no files here")));
            for case in file.cases() {
                let result = runner.run(case);
                let text = result.map(|result| result.differences.iter().map(ToString::to_string).collect::<Vec<_>>());
                assert!(text.is_err() || text.is_ok_and(|lines| lines.iter().all(|line| !line.contains('\n'))));
                if let (Ok(line), Ok(findings)) = (runner.request("id", case), runner.findings(case)) {
                    assert!(!line.contains('\n'), "{line}");
                    let found = respond(&line).unwrap_or_else(|error| panic!("{error}: {line}")).into_findings();
                    let is_checked = matches!(case.expected(), icws_schema::cases::CaseFindings::Checked { .. });
                    assert!(!is_checked || found == Some(findings), "{line}");
                }
            }
        }
        Err(error) => {
            assert!(!error.problems().is_empty() && !error.to_string().is_empty());
            assert!(error.problems().iter().all(|problem| problem.position().is_some()));
        }
    }
}

//! Fails where `preserve_order` and `arbitrary_precision` change what the crate does.

use icws_schema::body::{Error, UserClientConfigurationProperties};
use icws_schema::{from_slice, from_value, schema};
use serde_json::Value;
use std::path::Path;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    for file in schema::published_files() {
        let present = std::fs::read_to_string(folder.join(&file.name)).expect("the folder is there");
        assert!(present == file.text, "{}", file.name);
    }

    let body = r#"{"message":"m","kept":[123456789012345678901234567890,0.10]}"#;
    let value: Value = serde_json::from_str(body).expect("JSON");
    let error: Error = from_slice(body).expect("an error");
    assert_eq!(error.unknown.get_raw("kept"), Some("[123456789012345678901234567890,0.10]"));
    assert_eq!(from_value::<Error>(&value).expect("an error"), error);
    assert_eq!(serde_json::from_str::<Error>(body).expect("an error"), error);

    let body = r#"{"externalCallTimeout": {"actualValue": 1e1}, "eFaqSearchOption": 2.0, "followMe": 5}"#;
    let value = serde_json::from_str(body).expect("JSON");
    let from_text = from_slice::<UserClientConfigurationProperties>(body).expect_err("no array");
    let from_value = from_value::<UserClientConfigurationProperties>(&value).expect_err("no array");
    let from_serde = serde_json::from_str::<UserClientConfigurationProperties>(body).expect_err("no array");
    for report in [from_text.to_string(), from_value.to_string(), from_serde.to_string()] {
        assert!(report.contains("followMe: expected an array of FollowMe or null, found a number"), "{report}");
        assert!(!report.contains("externalCallTimeout") && !report.contains("eFaqSearchOption"), "{report}");
    }
}

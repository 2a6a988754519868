//! `Field`: absent, null and a value, in the ways of `Option`.

use icws_schema::body::{Field, InheritableProperty};
use serde::{Deserialize, Serialize};
use serde_json::json;

const STATES: [Field<i32>; 3] = [Field::Absent, Field::Null, Field::Value(5)];

#[test]
fn a_field_is_in_one_of_three_states() {
    assert_eq!(
        STATES.map(|field| (field.is_absent(), field.is_null(), field.is_value())),
        [(true, false, false), (false, true, false), (false, false, true)]
    );
    assert_eq!(Field::<i32>::default(), Field::Absent);
    assert!(STATES.is_sorted());
}

#[test]
fn absent_and_null_have_no_value() {
    assert_eq!(STATES.map(|field| field.value().copied()), [None, None, Some(5)]);
    assert_eq!(STATES.map(Field::into_value), [None, None, Some(5)]);
    assert_eq!(STATES.map(Option::from), [None, None, Some(5)]);
    assert_eq!(STATES.map(|field| field.unwrap_or(1)), [1, 1, 5]);
    assert_eq!(STATES.map(|field| field.unwrap_or_else(|| 1)), [1, 1, 5]);
    assert_eq!(STATES.map(Field::unwrap_or_default), [0, 0, 5]);
    assert_eq!(STATES.map(|field| field.iter().count()), [0, 0, 1]);
    assert_eq!(STATES.map(|field| field.into_iter().sum::<i32>()), [0, 0, 5]);
    let mut states = STATES;
    assert_eq!(states.each_mut().map(|field| field.value_mut().copied()), [None, None, Some(5)]);
}

#[test]
fn converting_the_value_keeps_the_state() {
    assert_eq!(STATES.map(|field| field.map(i64::from)), [Field::Absent, Field::Null, Field::Value(5_i64)]);
    assert_eq!(STATES.map(|field| field.as_ref().cloned()), STATES);
    let mut states = STATES.map(|field| field.map(|number| number.to_string()));
    for field in &mut states {
        let _ = field.as_mut().map(|text| text.push('0'));
        let _ = field.as_deref_mut().map(str::make_ascii_uppercase);
        field.iter_mut().for_each(|text| text.push('1'));
    }
    assert_eq!(states.each_ref().map(Field::as_deref), [Field::Absent, Field::Null, Field::Value("501")]);
}

#[test]
fn a_field_is_changed_in_place() {
    for mut field in STATES {
        let before = field;
        assert_eq!(field.take(), before);
        assert!(field.is_absent());
        field.set(7);
        assert_eq!(field, Field::Value(7));
        field.clear();
        assert_eq!(field, Field::Null);
    }
    let mut property: Field<InheritableProperty<bool>> = Field::Null;
    property.set(true);
    assert_eq!((property.actual(), property.effective()), (Some(&true), None));
    property.inherit();
    assert_eq!(property, InheritableProperty::inherit().into());
}

#[test]
fn a_field_is_created_from_a_value_or_an_option() {
    assert_eq!(Field::from(5), Field::Value(5));
    assert_eq!(Field::from(Some(5)), Field::Value(5));
    assert_eq!(Field::<i32>::from(None), Field::Absent);
    assert_eq!(Field::<String>::from("x"), Field::Value("x".to_owned()));
    assert_eq!(Field::<Vec<i32>>::from([1, 2]), Field::Value(vec![1, 2]));
}

/// A user-defined struct, with the attributes that keep absent apart from null.
#[test]
fn a_field_in_a_custom_struct_keeps_its_three_states() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Mine {
        #[serde(default, skip_serializing_if = "Field::is_absent")]
        timeout: Field<i32>,
    }
    for (field, json) in STATES.into_iter().zip([json!({}), json!({"timeout": null}), json!({"timeout": 5})]) {
        let mine = Mine { timeout: field };
        assert_eq!(serde_json::to_value(&mine).unwrap(), json);
        assert_eq!(serde_json::from_value::<Mine>(json).unwrap(), mine);
    }
    assert!(serde_json::from_value::<Mine>(json!({"timeout": "5"})).is_err());
}

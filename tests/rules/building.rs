//! Rules that are built in code are those of a rule file.

use icws_schema::codes::ValidationErrorType;
use icws_schema::rules::validators::*;
use icws_schema::rules::*;

/// A rule of each validator with all of its parameters.
fn every_rule() -> Vec<Rule> {
    let condition = Condition::All(vec![
        Condition::property("a", Predicate::is(true)),
        Condition::Any(vec![
            Condition::property("b", Predicate::is_not("x")),
            Condition::property("c", Predicate::Present),
        ]),
        Condition::Not(Box::new(Condition::property("d", Predicate::Absent))),
    ]);
    let inner = || [Rule::new("", RequiredValue::new())];
    let validators: [Validator; 46] = [
        UnknownValidator::new("mine").into(),
        UniqueInstanceId::new("user").into(),
        ExistingInstanceId::new("user").into(),
        ExistingAttributeValue::new("user", "mail").into(),
        RequiredValue::new().into(),
        Range::new().with_min(-1).with_max(i64::MAX).into(),
        StringLength::new().with_min(1).with_max(2).with_unit(LengthUnit::Utf16).into(),
        Regex::new(r"^\d+$").into(),
        ValidValues::new([Scalar::from("a"), 1.into(), true.into()]).with_ignore_case(true).into(),
        CollectionCount::new().with_min(1).with_max(2).into(),
        CollectionItemValidator::new(inner()).into(),
        ValidatorGroup::new(inner()).with_mode(GroupMode::All).into(),
        ValidFormat::new(Format::Email).into(),
        UniqueAttributeValue::new("user", "mail").into(),
        RequiredAttribute::new().into(),
        AcgTreeValidator::new().with_max_depth(3).into(),
        PronunciationValidator::new(["a", "b"]).with_separator("-").into(),
        WordValidator::new().with_max(5).with_digits(true).into(),
        RangeFloat::new().with_min("0.1".parse::<OwnedNumber>().unwrap()).with_max(9).into(),
        ExistingAttendantProfile::new().with_kinds([AttendantKind::Inbound, AttendantKind::Email]).into(),
        Extension::new().with_refuse_prefix_clash(true).into(),
        WorkstationsSharedAppearanceId::new("station").into(),
        MultipleOf::new(15).with_offset(-5).into(),
        InvalidCharacters::new(r"\/:*<>|").with_allow_control(true).into(),
        ExistingExtension::new().into(),
        ExistingInstanceIdWithAttributeValue::new("user", "count", Scalar::try_from(0.5).unwrap()).into(),
        CharacterDelimitedValue::new(";").with_rules(inner()).with_allow_repeats(false).into(),
        AnalyzerKeywordCount::new(5).with_set("set").into(),
        WorkgroupAnalyzerKeywordCount::new(5).with_set("set").with_workgroups("workgroups").into(),
        EndDateTimeValidator::new("start").with_spans_day("spansDay").into(),
        PropertyNotApplicable::new(condition).into(),
        InvalidMailboxFolder::new("mailbox").into(),
        UnsupportedManufacturer::new().into(),
        UnsupportedModel::new("manufacturer").into(),
        AudioProtocol::new("group").into(),
        RecorderPolicyAnalyzerKeywordCount::new(5).with_set("set").with_recorder_policies("policies").into(),
        ReferenceCount::new("role", 5).into(),
        WrapUpStatusTimeout::new("status", "timeout").with_max(60).into(),
        AttributeExistence::new().with_required(["a"]).with_forbidden(["b".to_owned()]).into(),
        OtherAttributeValue::new("other", Predicate::is(1)).into(),
        NetworkAdapter::new().into(),
        IntegerComparisonValidator::new(Comparison::AtLeast).with_other("other").into(),
        TimeZoneValidator::new().with_source(TimeZoneSource::Iana).into(),
        ExistingLanguageValues::new().into(),
        CharacterDelimitedKvPairs::new(";", "=").with_keys(["a", "b"]).into(),
        ObjectValidationErrorMutuallyExclusive::new(["a", "b"]).into(),
    ];
    validators.into_iter().map(|validator| Rule::new("v", validator).with_note("a note")).collect()
}

#[test]
fn there_is_a_constructor_for_every_validator() {
    let kinds: Vec<_> = every_rule().iter().map(|rule| rule.validator.kind()).collect();
    assert_eq!(kinds, ValidationErrorType::ALL);
}

#[test]
fn a_rule_built_in_code_equals_that_of_a_file() {
    let rules = every_rule();
    let set = RuleSet::new(rules.clone()).unwrap();
    assert_eq!(set.rules(), rules);
    assert_eq!(RuleSet::from_json(set.to_json()).unwrap().into_rules(), rules);
    for rule in &set {
        let parameters = ValidatorInfo::of(rule.validator.kind()).unwrap().parameters;
        let given = rule.validator.parameters();
        // `value` and `other` of validator 42 exclude each other.
        let missing: Vec<_> = parameters.iter().filter(|parameter| !given.contains_key(parameter.name)).collect();
        assert!(missing.iter().all(|parameter| parameter.name == "value"), "{missing:?}");
    }
}

#[test]
fn a_parameter_that_is_not_set_has_its_default() {
    for kind in ValidationErrorType::ALL {
        let info = ValidatorInfo::of(*kind).unwrap();
        assert_eq!(info.kind, *kind);
        assert!(!info.accepts().is_empty() && info.description.starts_with("Fails "), "{kind}");
        for parameter in info.parameters {
            assert!(parameter.schema().is_object() && !parameter.description.is_empty(), "{kind}: {}", parameter.name);
            assert!(!parameter.is_required() || parameter.default().is_none(), "{kind}: {}", parameter.name);
        }
    }
    assert_eq!(MultipleOf::new(2), MultipleOf::new(2).with_offset(0));
    assert_eq!(WordValidator::new().max, 120);
    assert_eq!(WrapUpStatusTimeout::new("a", "b").max, 7200);
}

#[test]
fn the_rules_of_a_set_can_be_edited() {
    let mut rules = RuleSet::recommended().into_rules();
    for rule in &mut rules {
        if let Validator::Range(range) = &mut rule.validator {
            range.max = Some(60.into());
        }
    }
    rules.retain(|rule| rule.validator.kind() != ValidationErrorType::CollectionCount);
    let set = RuleSet::new(rules).unwrap();
    assert_eq!(set.rules().len(), RuleSet::recommended().rules().len() - 1);
    assert!(
        !RequestChecker::new(&set)
            .unwrap()
            .check(r#"{"externalCallTimeout": {"actualValue": 61}}"#, &Context::new())
            .is_valid()
    );
}

#[test]
fn a_rule_is_found_by_its_pointer() {
    let rule = Rule::new("a", Range::new().with_min(1));
    let group = Rule::new("", ValidatorGroup::new([Rule::new("b", RequiredValue::new()), rule.clone()]));
    let set = RuleSet::new([rule.clone(), group.clone()]).unwrap();
    assert_eq!(set.get("/rules/1"), Some(&group));
    assert_eq!(set.get("/rules/1/rules/1"), Some(&rule));
    for pointer in ["", "/", "/rules", "/rules/", "/rules/2", "/rules/0/rules/0", "/rules/x", "rules/0", "/rules/0/"] {
        assert_eq!(set.get(pointer), None, "{pointer}");
    }
}

#[test]
fn checkers_and_sets_are_shared_between_threads() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    shared::<RequestChecker>();
    shared::<ObjectChecker>();
    shared::<RuleSet>();
    shared::<Rule>();
    shared::<CustomChecks>();
    shared::<icws_schema::file::LoadError>();
}

//! Each example runs, with what it asserts; and the examples in pages load.

macro_rules! examples {
    ($($(#[$feature:meta])? $name:ident;)+) => {$(
        $(#[$feature])?
        mod $name {
            include!(concat!("../../examples/", stringify!($name), ".rs"));

            #[test]
            fn it_runs() {
                main().unwrap();
            }
        }
    )+};
}

examples! {
    check_before_sending;
    explain_a_400;
    rules_in_code;
    directory_in_sqlite;
    #[cfg(feature = "proptest")] property_test;
}

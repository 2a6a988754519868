//! Inputs made of others.

use crate::rng::Rng;

/// What a mutation puts in.
const PIECES: &str = r#"{ } [ ] , : " \ \u0000 \ud800 \ud83d\ude00 null true false {} [] "" -1 0 1.5 1e400 -0 2147483648 9223372036854775808
    170141183460469231731687303715884105728 // /* */ # True False None undefined ,} ,] = ; . a é 😀 "id": "property":"" "followMe": "actualValue": "rules": "validator":"#;

/// So many inputs, each one of the given ones with a few changes: the same on every run.
pub(super) fn mutations(inputs: &[Vec<u8>], count: usize) -> Vec<Vec<u8>> {
    let mut rng = Rng::new(1);
    let pieces: Vec<_> = PIECES.split_whitespace().collect();
    (0..count)
        .map(|_| {
            let mut input = inputs[rng.below(inputs.len())].clone();
            for _ in 0..=rng.below(4) {
                change(&mut input, inputs, &pieces, &mut rng);
            }
            input
        })
        .collect()
}

fn change(input: &mut Vec<u8>, inputs: &[Vec<u8>], pieces: &[&str], rng: &mut Rng) {
    let at = rng.below(input.len() + 1);
    let end = at + rng.below((input.len() - at).min(32) + 1);
    let put: Vec<u8> = match rng.below(6) {
        0 => vec![u8::try_from(rng.below(256)).unwrap_or_default()],
        1 | 2 => pieces[rng.below(pieces.len())].into(),
        3 => input[at..end].repeat(2),
        4 => Vec::new(),
        _ => {
            let other = &inputs[rng.below(inputs.len())];
            let from = rng.below(other.len() + 1);
            other[from..from + rng.below((other.len() - from).min(64) + 1)].to_vec()
        }
    };
    // Half of what is inserted replaces something.
    let end = if rng.below(2) == 0 { at } else { end };
    input.splice(at..end, put);
}

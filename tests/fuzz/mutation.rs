//! Inputs made of others.

/// What a mutation puts in.
const PIECES: &str = r#"{ } [ ] , : " \ \u0000 \ud800 \ud83d\ude00 null true false {} [] "" -1 0 1.5 1e400 -0 2147483648 9223372036854775808
    170141183460469231731687303715884105728 = ; . a é 😀 "id": "property":"" "followMe": "actualValue": "rules": "validator":"#;

/// So many inputs, each one of the given ones with a few changes: the same on every run.
pub(super) fn mutations(inputs: &[Vec<u8>], count: usize) -> Vec<Vec<u8>> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let pieces: Vec<_> = PIECES.split_whitespace().collect();
    (0..count)
        .map(|_| {
            let mut input = inputs[random.below(inputs.len())].clone();
            for _ in 0..=random.below(4) {
                change(&mut input, inputs, &pieces, &mut random);
            }
            input
        })
        .collect()
}

fn change(input: &mut Vec<u8>, inputs: &[Vec<u8>], pieces: &[&str], random: &mut Random) {
    let at = random.below(input.len() + 1);
    let end = at + random.below((input.len() - at).min(32) + 1);
    let put: Vec<u8> = match random.below(6) {
        0 => vec![u8::try_from(random.below(256)).unwrap_or_default()],
        1 | 2 => pieces[random.below(pieces.len())].into(),
        3 => input[at..end].repeat(2),
        4 => Vec::new(),
        _ => {
            let other = &inputs[random.below(inputs.len())];
            let from = random.below(other.len() + 1);
            other[from..from + random.below((other.len() - from).min(64) + 1)].to_vec()
        }
    };
    // Half of what is put in takes the place of something.
    let end = if random.below(2) == 0 { at } else { end };
    input.splice(at..end, put);
}

/// Numbers of a xorshift generator.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }
}

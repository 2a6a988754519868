use super::ByName;
use std::collections::hash_map::Entry;

/// Returns the depth of each group, given its parent; the root has no parent and depth 1. A group has no depth if one
/// of its ancestors does not exist, or if its parents form a loop. Each parent is followed once.
pub(super) fn depths(parents: &ByName<Option<Box<str>>>) -> ByName<Option<u64>> {
    let mut depths = ByName::with_capacity(parents.len());
    for group in parents.keys() {
        let mut chain = Vec::new();
        let mut next = Some(group);
        let mut depth = Some(0);
        while let Some(group) = next {
            let Some(parent) = parents.get(group) else {
                depth = None;
                break;
            };
            match depths.entry(group.clone()) {
                Entry::Occupied(known) => {
                    depth = *known.get();
                    break;
                }
                // A group has no depth until one is found, so that a loop ends here.
                Entry::Vacant(new) => new.insert(None),
            };
            chain.push(group);
            next = parent.as_ref();
        }
        for group in chain.into_iter().rev() {
            depth = depth.map(|depth| depth + 1);
            depths.insert(group.clone(), depth);
        }
    }
    depths
}

/// Returns the first group of each loop; `parents` has the index of each group's parent. Each parent is followed once.
pub(super) fn loops(parents: &[Option<usize>]) -> Vec<usize> {
    let mut walks = vec![None; parents.len()];
    let mut loops = Vec::new();
    for start in 0..parents.len() {
        let mut next = Some(start);
        while let Some(group) = next
            && walks[group].is_none()
        {
            walks[group] = Some(start);
            next = parents[group];
        }
        if let Some(end) = next
            && walks[end] == Some(start)
        {
            let others = std::iter::successors(parents[end], |group| parents[*group]).take_while(|group| *group != end);
            loops.push(others.fold(end, usize::min));
        }
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_from_the_root_and_loops_and_missing_parents_have_none() {
        let parents =
            [("root", None), ("a", Some("root")), ("b", Some("a")), ("lost", Some("missing")), ("c", Some("lost"))];
        let loops = [("self", Some("self")), ("x", Some("y")), ("y", Some("x")), ("z", Some("x"))];
        let all = parents.into_iter().chain(loops).map(|(group, parent)| (group.into(), parent.map(Into::into)));
        let depths = depths(&all.collect());
        let depth = |group: &str| depths[group];
        assert_eq!(["root", "a", "b"].map(depth), [Some(1), Some(2), Some(3)]);
        assert_eq!(["lost", "c", "self", "x", "y", "z"].map(depth), [None; 6]);
    }

    #[test]
    fn each_loop_is_found_at_its_first_group() {
        let parents = [None, Some(4), Some(2), Some(0), Some(3), Some(7), Some(5), Some(6), Some(6), None, Some(10)];
        assert_eq!(loops(&parents), [2, 5, 10]);
    }
}

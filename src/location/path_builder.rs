use super::LocationSegment;
use super::shared_path::SharedPath;
use std::cell::OnceCell;

/// The path to a value: each step borrows the previous one, so that a step costs nothing. The shared path is created
/// when something is reported there, once for everything reported there and below.
pub(crate) struct PathBuilder<'w> {
    before: Option<&'w PathBuilder<'w>>,
    step: PathStep<'w>,
    path: OnceCell<SharedPath>,
}

#[derive(Clone, Copy)]
enum PathStep<'w> {
    Member(&'w str),
    Item(usize),
}

impl<'w> PathBuilder<'w> {
    /// Creates a step into an object.
    pub(crate) fn member(before: Option<&'w Self>, name: &'w str) -> Self {
        Self { before, step: PathStep::Member(name), path: OnceCell::new() }
    }

    /// Creates a step into an array.
    pub(crate) fn item(before: Option<&'w Self>, index: usize) -> Self {
        Self { before, step: PathStep::Item(index), path: OnceCell::new() }
    }

    /// Returns the index of the last step, if that is into an array.
    pub(crate) fn index(&self) -> Option<usize> {
        match self.step {
            PathStep::Item(index) => Some(index),
            PathStep::Member(_) => None,
        }
    }

    pub(crate) fn path(&self) -> SharedPath {
        let path = self.path.get_or_init(|| {
            let segment = match self.step {
                PathStep::Member(name) => LocationSegment::Member(name.to_owned().into()),
                PathStep::Item(index) => LocationSegment::Index(index),
            };
            SharedPath::new(self.before.map(Self::path), segment)
        });
        path.clone()
    }
}

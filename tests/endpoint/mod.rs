//! The endpoint as a whole: what a server does with a request, and what a client makes of a view.

mod exchange;

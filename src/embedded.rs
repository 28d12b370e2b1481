//! What the build puts into the program: the rate cards and the languages.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

//! Writers of the page that lists blocks.

pub mod html;
mod style;

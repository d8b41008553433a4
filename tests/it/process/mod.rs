//! Processes: their layout and the writers of their pictures.

mod geometry;
mod origin;
mod writers;

//! Processes: their layout and the writers of their pictures.

mod dots;
mod geometry;
mod origin;
mod writers;

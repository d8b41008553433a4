//! Writers of the Workbook view.

pub mod xlsx;

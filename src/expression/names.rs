//! The names that an expression uses, each with its place in the text.
//!
//! A variable that a macro binds stands for what it ranges over, so that
//! `Certificate.Invoice.exists(v, has(v.ID))` speaks of `Certificate.Invoice.ID`.

use crate::expression::ast::{Expr, Kind, Macro};

/// A name that an expression uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its parts; what a macro ranges over in place of the variable.
    pub path: Vec<String>,
    /// First byte in the text of the expression.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Whether the expression only asks if it is there.
    pub tested: bool,
}

/// The names that an expression uses, in the order of the text.
pub fn references(expr: &Expr) -> Vec<Reference> {
    let mut reader = Reader { found: Vec::new(), variables: Vec::new(), tested: 0 };
    reader.read(expr);
    reader.found
}

/// The parts of a name, or nothing where it is not known what is meant.
type Path = Option<Vec<String>>;

struct Reader {
    found: Vec<Reference>,
    variables: Vec<(String, Path)>,
    tested: usize,
}

impl Reader {
    /// Reads an expression; gives the path that it stands for, if it stands for one.
    fn read(&mut self, expr: &Expr) -> Path {
        match &expr.kind {
            Kind::Name(_) | Kind::Select { .. } => self.chain(expr, true),
            Kind::Has(inner) => {
                self.tested += 1;
                self.read(inner);
                self.tested -= 1;
                None
            }
            Kind::Index { of, at } => {
                let path = self.read(of);
                self.read(at);
                path
            }
            Kind::Each { kind, of, variable, body } => {
                let path = self.read(of);
                self.variables.push((variable.name.clone(), path.clone()));
                let made = self.read(body);
                self.variables.pop();
                match kind {
                    Macro::Filter => path,
                    Macro::Map => made,
                    Macro::All | Macro::Exists | Macro::ExistsOne => None,
                }
            }
            _ => {
                for part in expr.parts() {
                    self.read(part);
                }
                None
            }
        }
    }

    /// A name and what is selected from it; only the whole is a name that is used.
    fn chain(&mut self, expr: &Expr, whole: bool) -> Path {
        let path = match &expr.kind {
            Kind::Name(name) => {
                let bound = self.variables.iter().rev().find(|(it, _)| it == name);
                bound.map_or_else(|| Some(vec![name.clone()]), |(_, path)| path.clone())
            }
            Kind::Select { of, field } => {
                let path = match of.kind {
                    Kind::Name(_) | Kind::Select { .. } => self.chain(of, false),
                    _ => self.read(of),
                };
                path.map(|mut path| {
                    path.push(field.name.clone());
                    path
                })
            }
            _ => None,
        };
        if let Some(path) = path.clone().filter(|_| whole) {
            let (start, end, tested) = (expr.start, expr.end, self.tested > 0);
            self.found.push(Reference { path, start, end, tested });
        }
        path
    }
}

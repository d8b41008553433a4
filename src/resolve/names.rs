//! Every name that a block gives, and every place where it uses one.

use crate::model::{
    Block, BusinessCase, DataCluster, Name, ProcessAlignment, TechnicalInteroperability,
};
use crate::resolve::points::Point;
use crate::text::{Piece, Span, Spanned};
use crate::words::{Words, words};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A Party.
    Party,
    /// An entity.
    Entity,
    /// A trigger.
    Trigger,
    /// A message.
    Message,
    /// A process.
    Process,
    /// A step of a process.
    Step,
    /// A state of the lifecycle.
    State,
    /// A transition of the lifecycle.
    Transition,
    /// A message or a step: where a business rule is evaluated.
    Occasion,
    /// A business rule.
    BusinessRule,
    /// A purpose.
    Purpose,
    /// A benefit.
    Benefit,
    /// A provision of the legal basis.
    Provision,
    /// A retention clause.
    Retention,
    /// A contact point.
    Contact,
    /// A key of the data cluster.
    Key,
    /// A code list of the block.
    CodeList,
    /// A type of values.
    ValueType,
    /// An element of the data cluster.
    Element,
    /// An operation of the interface.
    Operation,
    /// An error code.
    ErrorCode,
    /// A term.
    Term,
    /// An attached document.
    Annex,
    /// A phase of testing.
    TestPhase,
    /// An indicator of the monitoring.
    Indicator,
}

impl Kind {
    /// What people call it, with its article.
    pub const fn label(self) -> Words {
        match self {
            Self::Party => words("a Party", "une Partie"),
            Self::Entity => words("an entity", "une entité"),
            Self::Trigger => words("a trigger", "un déclencheur"),
            Self::Message => words("a message", "un message"),
            Self::Process => words("a process", "un processus"),
            Self::Step => words("a step of this process", "une étape de ce processus"),
            Self::State => words("a state", "un état"),
            Self::Transition => words("a transition", "une transition"),
            Self::Occasion => words("a message or a step", "un message ni une étape"),
            Self::BusinessRule => words("a business rule", "une règle de gestion"),
            Self::Purpose => words("a purpose", "une finalité"),
            Self::Benefit => words("a benefit", "un avantage"),
            Self::Provision => words("a provision", "une disposition"),
            Self::Retention => words("a retention clause", "une clause de conservation"),
            Self::Contact => words("a contact point", "un point de contact"),
            Self::Key => words("a key", "une clé d’identification"),
            Self::CodeList => words("a code list", "une liste de codes"),
            Self::ValueType => words("a value type", "un type de valeur"),
            Self::Element => words("a data element", "un élément de données"),
            Self::Operation => words("an operation", "une opération"),
            Self::ErrorCode => words("an error code", "un code d’erreur"),
            Self::Term => words("a term", "un terme"),
            Self::Annex => words("an attached document", "un document joint"),
            Self::TestPhase => words("a phase of testing", "une phase d’essai"),
            Self::Indicator => words("an indicator", "un indicateur"),
        }
    }
}

/// A name in the place where it is given or used.
#[derive(Clone, Debug)]
pub struct Named {
    /// Of what.
    pub kind: Kind,
    /// The process that the name belongs to; empty for names of the whole block.
    pub scope: Piece,
    /// The name.
    pub name: Piece,
    /// Where.
    pub span: Span,
}

impl Named {
    /// What it is found by, but for the scope.
    fn key(&self) -> (Kind, &str) {
        (self.kind, &self.name)
    }

    /// Most scopes are empty, and comparing empty texts is dear on some processors.
    fn is_in(&self, scope: &str) -> bool {
        self.scope.len() == scope.len() && (scope.is_empty() || *self.scope == *scope)
    }
}

/// All names of a block.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Where names are given, in the order of the block.
    pub given: Vec<Named>,
    /// Where names are used, in the order of the block.
    pub used: Vec<Named>,
    /// Places in `given`, sorted by kind and name; the first of a name comes first.
    index: Vec<usize>,
}

impl Names {
    /// Whether such a name is given, and where first.
    pub fn find(&self, kind: Kind, scope: &str, name: &str) -> Option<Span> {
        let given = |at: &usize| self.given.get(*at);
        let wanted = Some((kind, name));
        let first = self.index.partition_point(|at| given(at).map(Named::key) < wanted);
        let named = self.index.get(first..)?.iter().map_while(given);
        let mut named = named.take_while(|it| Some(it.key()) == wanted);
        named.find(|it| it.is_in(scope)).map(|it| it.span)
    }

    /// Every name of this kind in this scope.
    pub fn of<'a>(&'a self, kind: Kind, scope: &'a str) -> impl Iterator<Item = &'a str> {
        let fits = move |it: &&Named| it.kind == kind && &*it.scope == scope;
        self.given.iter().filter(fits).map(|it| &*it.name)
    }

    /// Collects the names of a block.
    pub(super) fn collect(block: &Block, points: &[Point]) -> Self {
        let mut names = Self::default();
        names.control(block);
        if let Some(case) = &block.business_case {
            names.business_case(case);
        }
        if let Some(process) = &block.process_alignment {
            names.process_alignment(process);
        }
        if let Some(technical) = &block.technical_interoperability {
            names.technical(technical);
        }
        for point in points {
            let party = |it: &Spanned<Piece>| Named {
                kind: Kind::Party,
                scope: "".into(),
                name: it.value.clone(),
                span: it.span,
            };
            names.used.extend(point.parties().map(party));
        }
        // Where a business rule is evaluated is looked up among messages and steps alike.
        let occasions =
            names.given.iter().filter(|it| matches!(it.kind, Kind::Message | Kind::Step));
        let occasion = |it: &Named| Named { kind: Kind::Occasion, scope: "".into(), ..it.clone() };
        let occasions: Vec<Named> = occasions.map(occasion).collect();
        names.given.extend(occasions);
        names.index = (0..names.given.len()).collect();
        names.index.sort_by_key(|at| names.given.get(*at).map(Named::key));
        names
    }

    fn give<T: AsName>(&mut self, kind: Kind, name: Option<&Spanned<T>>) {
        self.put(kind, &Piece::default(), name, true);
    }

    fn take<T: AsName>(&mut self, kind: Kind, name: Option<&Spanned<T>>) {
        self.put(kind, &Piece::default(), name, false);
    }

    fn put<T: AsName>(&mut self, kind: Kind, scope: &Piece, it: Option<&Spanned<T>>, given: bool) {
        let Some(it) = it else { return };
        let (scope, name) = (scope.clone(), it.value.as_name().clone());
        let named = Named { kind, scope, name, span: it.span };
        if given { &mut self.given } else { &mut self.used }.push(named);
    }

    fn take_all<T: AsName>(&mut self, kind: Kind, names: &[Spanned<T>]) {
        for name in names {
            self.take(kind, Some(name));
        }
    }

    fn control(&mut self, block: &Block) {
        for party in block.block.iter().flat_map(|control| &control.parties) {
            self.give(Kind::Party, party.id.as_ref());
            // Inherited texts of the framework go on naming the placeholder.
            self.give(Kind::Party, party.stands_for.as_ref());
        }
        for term in &block.glossary {
            self.give(Kind::Term, term.id.as_ref());
        }
        for annex in &block.annexes {
            self.give(Kind::Annex, annex.id.as_ref());
        }
    }

    fn business_case(&mut self, case: &BusinessCase) {
        for it in &case.purposes {
            self.give(Kind::Purpose, it.id.as_ref());
        }
        for it in &case.benefits {
            self.give(Kind::Benefit, it.id.as_ref());
        }
        for it in case.scope.iter().flat_map(|scope| &scope.directions) {
            self.take(Kind::Party, it.from.as_ref());
            self.take(Kind::Party, it.to.as_ref());
        }
        for it in &case.legal_basis {
            self.give(Kind::Provision, it.id.as_ref());
            self.take(Kind::Party, it.party.as_ref());
            self.take_all(Kind::Message, &it.messages);
            self.take_all(Kind::Purpose, &it.purposes);
        }
        if let Some(it) = &case.data_protection {
            for it in &it.retention {
                self.give(Kind::Retention, it.id.as_ref());
                self.take_all(Kind::Message, &it.messages);
            }
        }
        let Some(it) = &case.governance else { return };
        for it in &it.contacts {
            self.give(Kind::Contact, it.id.as_ref());
            self.take(Kind::Party, it.party.as_ref());
        }
    }

    fn process_alignment(&mut self, process: &ProcessAlignment) {
        for it in &process.entities {
            self.give(Kind::Entity, it.id.as_ref());
            for body in &it.bodies {
                self.take(Kind::Party, body.party.as_ref());
            }
        }
        for it in &process.triggers {
            self.give(Kind::Trigger, it.id.as_ref());
            self.take(Kind::Entity, it.entity.as_ref());
            self.take_all(Kind::Message, &it.sends);
            self.take(Kind::Process, it.process.as_ref());
        }
        for it in &process.messages {
            self.give(Kind::Message, it.id.as_ref());
            self.take(Kind::Element, it.root.as_ref());
            self.take(Kind::Entity, it.sender.as_ref());
            self.take(Kind::Entity, it.receiver.as_ref());
            self.take(Kind::Message, it.acknowledged_by.as_ref());
            self.take(Kind::Message, it.answered_by.as_ref());
            for it in &it.subset {
                self.take(Kind::Element, it.path.as_ref());
            }
        }
        for it in &process.facts {
            self.take(Kind::Entity, it.held_by.as_ref());
            self.take(Kind::Element, it.like.as_ref());
            self.take(Kind::Entity, it.left_to.as_ref());
        }
        for it in &process.matchings {
            self.take_all(Kind::Message, &it.messages);
            self.take_all(Kind::BusinessRule, &it.rules);
        }
        for it in &process.business_rules {
            self.give(Kind::BusinessRule, it.id.as_ref());
            self.take(Kind::Occasion, it.when.as_ref());
            let code = it.otherwise.as_ref().and_then(|it| it.code.as_ref());
            self.take(Kind::ErrorCode, code);
        }
        for it in &process.processes {
            self.process(it);
        }
        for it in process.lifecycle.iter().flat_map(|it| &it.states) {
            self.give(Kind::State, it.id.as_ref());
        }
        if let Some(it) = &process.lifecycle {
            self.take(Kind::State, it.initial.as_ref());
            for it in &it.transitions {
                self.give(Kind::Transition, it.id.as_ref());
                self.take(Kind::State, it.from.as_ref());
                self.take(Kind::State, it.to.as_ref());
                self.take(Kind::Entity, it.actor.as_ref());
                self.take(Kind::Message, it.message.as_ref());
            }
        }
        if let Some(it) = &process.data_cluster {
            self.cluster(it);
        }
    }

    fn process(&mut self, process: &crate::model::Process) {
        self.give(Kind::Process, process.id.as_ref());
        let scope = &process.id.as_ref().map(|id| id.value.0.clone()).unwrap_or_default();
        for it in &process.steps {
            self.put(Kind::Step, scope, it.id.as_ref(), true);
            self.take(Kind::Entity, it.entity.as_ref());
            self.take(Kind::Message, it.message.as_ref());
            self.put(Kind::Step, scope, it.to.as_ref(), false);
            self.put(Kind::Step, scope, it.next.as_ref(), false);
            self.take(Kind::Process, it.process.as_ref());
            self.take(Kind::State, it.state.as_ref());
            self.take_all(Kind::BusinessRule, &it.rules);
            for it in &it.outcomes {
                self.put(Kind::Step, scope, it.to.as_ref(), false);
                self.take(Kind::Message, it.on.as_ref());
            }
        }
    }

    fn cluster(&mut self, cluster: &DataCluster) {
        for it in &cluster.keys {
            self.give(Kind::Key, it.id.as_ref());
            self.take_all(Kind::Element, &it.elements);
        }
        for it in &cluster.code_lists {
            self.give(Kind::CodeList, it.id.as_ref());
        }
        if let Some(it) = &cluster.xml_schema {
            self.take(Kind::Element, it.wrapper.as_ref());
            for it in &it.documents {
                self.take(Kind::Element, it.path.as_ref());
            }
        }
        for it in &cluster.value_types {
            self.give(Kind::ValueType, it.id.as_ref());
            self.take(Kind::CodeList, it.codes.as_ref());
            let bases = it.attributes.iter().map(|it| &it.base).chain([&it.base]);
            for base in bases.flatten().filter(|it| !is_built_in(&it.value.0)) {
                self.take(Kind::ValueType, Some(base));
            }
        }
        for it in &cluster.elements {
            self.give(Kind::Element, it.path.as_ref());
            let value_type = it.value_type.as_ref().filter(|it| !is_built_in(&it.value.0));
            self.take(Kind::ValueType, value_type);
            self.take_all(Kind::Purpose, &it.purposes);
            self.take(Kind::Element, it.unit.as_ref());
            for (message, _) in it.requirement.iter().flat_map(|it| &it.entries) {
                self.take(Kind::Message, message.as_ref());
            }
        }
    }

    fn technical(&mut self, technical: &TechnicalInteroperability) {
        if let Some(it) = &technical.service_interface {
            for it in &it.operations {
                self.give(Kind::Operation, it.id.as_ref());
                self.take(Kind::Message, it.message.as_ref());
                self.take(Kind::Entity, it.gateway.as_ref());
            }
            for it in &it.errors {
                self.give(Kind::ErrorCode, it.code.as_ref());
            }
        }
        let escalation = technical.communication.as_ref().and_then(|it| it.escalation.as_ref());
        self.take(Kind::Contact, escalation);
        if let Some(it) = &technical.architecture {
            for it in &it.ends {
                self.take(Kind::Party, it.party.as_ref());
            }
        }
        if let Some(it) = &technical.testing {
            for it in &it.phases {
                self.give(Kind::TestPhase, it.id.as_ref());
            }
        }
        if let Some(it) = &technical.monitoring {
            for it in &it.indicators {
                self.give(Kind::Indicator, it.id.as_ref());
            }
        }
    }
}

/// Whether XML Schema itself knows this type.
fn is_built_in(name: &str) -> bool {
    crate::model::BuiltIn::find(name).is_some()
}

/// A value that is a name.
trait AsName {
    fn as_name(&self) -> &Piece;
}

impl AsName for Name {
    fn as_name(&self) -> &Piece {
        &self.0
    }
}

impl AsName for crate::model::ElementPath {
    fn as_name(&self) -> &Piece {
        &self.0
    }
}

impl AsName for crate::model::Line {
    fn as_name(&self) -> &Piece {
        &self.0
    }
}

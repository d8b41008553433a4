//! What the expressions of a block may name: the elements of its data cluster, and the facts that
//! rules know beside the messages.

use std::collections::BTreeMap;

use crate::expression::{
    Checked, CodeList, Dimension, Environment, Fault, Measure, RecordId, Type, Unit, Vocabulary,
    check, check_as, parse,
};
use crate::model::{BusinessRule, DataType, Expression, Fact, FactKind, Matching};
use crate::resolve::{ClusterElement, CodeListRef, Resolved};
use crate::text::Spanned;
use crate::words::paraphrase::LEFT_OUT;
use crate::words::{Label, Lang};

/// An expression of a block, as far as it could be read.
#[derive(Debug)]
pub struct Spoken<'a> {
    /// Where it stands.
    pub owner: Owner<'a>,
    /// As written.
    pub written: &'a Spanned<Expression>,
    /// Read and checked, or what is wrong with it.
    pub read: Result<Checked, Vec<Fault>>,
}

/// What an expression belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Owner<'a> {
    /// A business rule.
    Rule(&'a BusinessRule),
    /// The condition of an element.
    Condition(&'a ClusterElement),
    /// When a message and a document beside it belong together.
    Key(&'a Matching),
    /// What a fact is filled in from.
    From(&'a Fact),
}

impl Resolved {
    /// Every expression of the block, read and checked, in the order of the block.
    pub fn expressions(&self) -> Vec<Spoken<'_>> {
        let mut scope = Scope::of(self);
        let own = self.place().file;
        let mut all = Vec::new();
        let rules = self.block.process_alignment.iter().flat_map(|it| &it.business_rules);
        for rule in rules {
            if let Some(written) = &rule.assert {
                scope.inherited = written.span.file != own;
                all.push(scope.spoken(Owner::Rule(rule), written));
            }
        }
        for element in &self.cluster.elements {
            let condition = element.own.condition.as_ref();
            if let Some(written) = condition.and_then(|it| it.when.as_ref()) {
                scope.inherited = written.span.file != own;
                scope.this = element.parent;
                all.push(scope.spoken(Owner::Condition(element), written));
            }
        }
        scope.this = None;
        let alignment = self.block.process_alignment.as_ref();
        for matching in alignment.into_iter().flat_map(|it| &it.matchings) {
            if let Some(written) = &matching.key {
                scope.inherited = written.span.file != own;
                all.push(scope.spoken(Owner::Key(matching), written));
            }
        }
        for fact in alignment.into_iter().flat_map(|it| &it.facts) {
            let (Some(written), Some(path)) = (&fact.from, &fact.path) else { continue };
            scope.inherited = written.span.file != own;
            scope.this = scope.source_above(&path.value.0);
            let read = scope.read_as(written, &path.value.0);
            all.push(Spoken { owner: Owner::From(fact), written, read });
        }
        all
    }
}

/// The names that expressions of a block may use.
#[derive(Debug)]
pub struct Scope<'a> {
    block: &'a Resolved,
    facts: Vec<&'a Fact>,
    by_path: BTreeMap<&'a str, usize>,
    lists: Vec<CodeListRef>,
    /// The class that `this` stands for, as an index in the cluster.
    pub this: Option<usize>,
    /// Whether the expression is inherited from a framework. A profile may do without codes of its
    /// framework; that the framework's rules compare with them is no fault of the profile.
    pub inherited: bool,
}

impl<'a> Scope<'a> {
    /// Of this block; `this` stands for nothing.
    pub fn of(block: &'a Resolved) -> Self {
        let alignment = block.block.process_alignment.as_ref();
        let facts = alignment.into_iter().flat_map(|it| &it.facts);
        let facts: Vec<&Fact> = facts.filter(|it| it.path.is_some()).collect();
        let paths = facts.iter().enumerate().rev();
        let by_path = paths.filter_map(|(at, it)| Some((&*it.path.as_ref()?.value.0, at)));
        let by_path = by_path.collect();
        let own = alignment.and_then(|it| it.data_cluster.as_ref());
        let own = own.map_or(&[][..], |it| &it.code_lists);
        let lifecycle = alignment.and_then(|it| it.lifecycle.as_ref());
        let lists = facts.iter().map(|it| match it.kind.as_ref().map(|it| it.value) {
            Some(FactKind::State) => CodeListRef::of_states(lifecycle),
            _ => CodeListRef::of_block(it.codes.as_ref().map_or("", |id| &*id.value.0), own),
        });
        let units = ["unece.rec-20", "iso.4217"].map(CodeListRef::of_catalogue);
        let lists = lists.chain(units).collect();
        Self { block, facts, by_path, lists, this: None, inherited: false }
    }

    /// Reads and checks an expression.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn read(&self, written: &str) -> Result<Checked, Vec<Fault>> {
        check(parse(written).map_err(|fault| vec![fault])?, self)
    }

    /// Reads what a fact is filled in from: a value of its kind.
    fn read_as(&self, written: &str, fact: &str) -> Result<Checked, Vec<Fault>> {
        let wanted = self.fact(fact).unwrap_or(Type::Any);
        check_as(parse(written).map_err(|fault| vec![fault])?, self, &wanted)
    }

    /// The class of the data cluster that the nearest fact above this one is filled in from.
    fn source_above(&self, fact: &str) -> Option<usize> {
        let mut path = fact;
        while let Some((above, _)) = path.rsplit_once('/') {
            let source = self.by_path.get(above).and_then(|at| self.facts.get(*at)?.from.as_ref());
            if let Some(source) = source {
                let named = source.value.references().into_iter().next()?.path;
                let below = named.split_first().filter(|it| it.0 == "this");
                let path = match below {
                    Some((_, rest)) => {
                        let root = &self.elements().get(self.source_above(above)?)?.path;
                        [&[root.to_string()], rest].concat().join("/")
                    }
                    None => named.join("/"),
                };
                return self.block.cluster.position(&path);
            }
            path = above;
        }
        None
    }

    fn spoken(&self, owner: Owner<'a>, written: &'a Spanned<Expression>) -> Spoken<'a> {
        Spoken { owner, written, read: self.read(written) }
    }

    fn elements(&self) -> &'a [ClusterElement] {
        &self.block.cluster.elements
    }

    fn element(&self, at: usize) -> Option<Type> {
        let element = self.elements().get(at)?;
        let codes = element.codes.as_ref().map(|_| Type::Code(CodeList(at)));
        let kind = match element.data_type {
            _ if element.is_class() => Type::Record(RecordId(at)),
            Some(DataType::Amount) => Type::Measure(Measure::AMOUNT),
            Some(DataType::Quantity | DataType::Measure) => {
                Type::Measure(Measure { money: false, unit: measured(element.tag()) })
            }
            Some(DataType::Numeric) => Type::Number,
            Some(DataType::DateTime) => Type::Moment,
            Some(DataType::Indicator) => codes.unwrap_or(Type::Bool),
            Some(DataType::Code | DataType::Identifier | DataType::Text | DataType::Binary) => {
                codes.unwrap_or(Type::Text)
            }
            None => codes.unwrap_or(Type::Any),
        };
        Some(if element.occurs.is_many() { Type::List(Box::new(kind)) } else { kind })
    }

    /// A code of the list of this fact.
    fn listed(&self, fact: usize) -> Type {
        Type::Code(CodeList(self.elements().len() + fact))
    }

    fn fact(&self, path: &str) -> Option<Type> {
        let at = *self.by_path.get(path)?;
        let fact = self.facts.get(at)?;
        let kind = match fact.kind.as_ref().map(|it| it.value) {
            None if fact.codes.is_some() => self.listed(at),
            Some(FactKind::State) => self.listed(at),
            None => Type::Record(RecordId(self.elements().len() + at)),
            Some(FactKind::Text) => Type::Text,
            Some(FactKind::Number) => Type::Number,
            Some(FactKind::Quantity) => Type::Measure(Measure::QUANTITY),
            Some(FactKind::Amount) => Type::Measure(Measure::AMOUNT),
            Some(FactKind::Date) => Type::Moment,
            Some(FactKind::Duration) => Type::Length,
            Some(FactKind::YesNo) => Type::Bool,
        };
        let many = fact.occurs.as_ref().is_some_and(|it| it.value.is_many());
        Some(if many { Type::List(Box::new(kind)) } else { kind })
    }

    /// The fact that a record stands for, and the class whose elements it has.
    fn fact_of(&self, record: RecordId) -> Option<(&'a str, Option<usize>)> {
        let fact = self.facts.get(record.0.checked_sub(self.elements().len())?)?;
        let like = fact.like.as_ref().and_then(|it| self.block.cluster.position(&it.value.0));
        Some((&*fact.path.as_ref()?.value.0, like))
    }

    fn below(&self, class: usize, name: &str) -> Option<Type> {
        let element = self.elements().get(class)?;
        let mut children = element.children.iter().copied();
        self.element(
            children
                .find(|at| self.elements().get(*at).is_some_and(|child| child.tag() == name))?,
        )
    }

    fn tags_below(&self, class: usize) -> Vec<String> {
        let children = self.elements().get(class).map_or(&[][..], |it| &it.children);
        let children = children.iter().filter_map(|at| self.elements().get(*at));
        children.map(|it| it.tag().to_owned()).collect()
    }

    fn code_list(&self, list: CodeList) -> Option<&CodeListRef> {
        match self.elements().get(list.0) {
            Some(element) => element.codes.as_ref(),
            None => self.lists.get(list.0 - self.elements().len()),
        }
    }
}

/// What a measure measures, by the property that its name states.
fn measured(tag: &str) -> Unit {
    let ends = |ends: &[&str]| ends.iter().any(|end| tag.ends_with(end));
    if ends(&["MassMeasure", "WeightMeasure"]) {
        Unit::Of(Dimension::Mass)
    } else if tag.ends_with("VolumeMeasure") {
        Unit::Of(Dimension::Volume)
    } else if ends(&["LengthMeasure", "WidthMeasure", "HeightMeasure"]) {
        Unit::Of(Dimension::Length)
    } else if tag.ends_with("AreaMeasure") {
        Unit::Of(Dimension::Area)
    } else {
        Unit::Unknown
    }
}

impl Environment for Scope<'_> {
    fn root(&self, name: &str) -> Option<Type> {
        if name == "this" {
            return self.this.map(|at| Type::Record(RecordId(at)));
        }
        let element = self.block.cluster.position(name);
        element.and_then(|at| self.element(at)).or_else(|| self.fact(name))
    }

    fn roots(&self) -> Vec<String> {
        let elements = self.elements().iter().filter(|it| it.level == 0);
        let elements = elements.map(|it| it.path.to_string());
        let facts = self.by_path.keys().filter(|path| !path.contains('/'));
        let this = self.this.map(|_| "this".to_owned());
        elements.chain(facts.map(|it| (*it).to_owned())).chain(this).collect()
    }

    fn field(&self, record: RecordId, name: &str) -> Option<Type> {
        match self.fact_of(record) {
            None => self.below(record.0, name),
            Some((path, like)) => {
                let own = self.fact(&format!("{path}/{name}"));
                own.or_else(|| self.below(like?, name))
            }
        }
    }

    fn fields(&self, record: RecordId) -> Vec<String> {
        let Some((path, like)) = self.fact_of(record) else { return self.tags_below(record.0) };
        let own = self.by_path.keys().filter_map(|it| {
            let (class, tag) = it.rsplit_once('/')?;
            (class == path).then(|| tag.to_owned())
        });
        own.chain(like.into_iter().flat_map(|at| self.tags_below(at))).collect()
    }

    fn record_name(&self, record: RecordId) -> String {
        let path = match self.fact_of(record) {
            Some((path, _)) => path,
            None => self.elements().get(record.0).map_or("", |it| &*it.path),
        };
        path.replace('/', ".")
    }

    fn list_name(&self, list: CodeList) -> String {
        self.code_list(list).map_or_else(String::new, |it| it.id.clone())
    }

    fn has_code(&self, list: CodeList, code: &str) -> Option<bool> {
        if self.inherited && list.0 < self.elements().len() {
            return None;
        }
        let list = self.code_list(list)?;
        let is =
            |it: &crate::model::CodeEntry| it.code.as_ref().is_some_and(|it| &*it.value.0 == code);
        let base = list.base(&self.block.catalogue);
        let listed = match (&list.own, base) {
            (Some(own), _) => own.iter().any(is),
            (None, Some(base)) if !base.is_open() => base.contains(code),
            (None, _) => return None,
        };
        Some(listed || list.user_codes.iter().any(is))
    }

    fn is_left_out(&self, list: CodeList, code: &str) -> bool {
        let base = self.code_list(list).and_then(|it| it.base(&self.block.catalogue));
        base.is_some_and(|it| !it.is_open() && it.contains(code))
    }

    fn codes(&self, list: CodeList) -> Vec<String> {
        let codes = self.code_list(list).and_then(|it| it.codes(&self.block.catalogue));
        codes.unwrap_or_default().into_iter().map(|it| it.code).collect()
    }

    fn beside(&self, measure: &Measure, name: &str) -> Option<Type> {
        let lists = self.elements().len() + self.facts.len();
        match (measure.money, name) {
            (false, "unitCode") => Some(Type::Code(CodeList(lists))),
            (true, "currencyID") => Some(Type::Code(CodeList(lists + 1))),
            _ => None,
        }
    }

    fn is_unit(&self, money: bool, code: &str) -> bool {
        let lists = self.elements().len() + self.facts.len();
        self.has_code(CodeList(lists + usize::from(money)), code) != Some(false)
    }
}

impl Scope<'_> {
    fn fact_label(&self, path: &str) -> Option<Label> {
        let fact = self.facts.get(*self.by_path.get(path)?)?;
        let own = path.rsplit('/').next().unwrap_or(path);
        let say = |lang| fact.name.as_ref().and_then(|it| it.get(lang)).unwrap_or(own);
        Some(Label::new(say(Lang::En), say(Lang::Fr)))
    }

    fn element_label(&self, at: usize) -> Label {
        let Some(element) = self.elements().get(at) else { return Label::default() };
        let [en, fr] = &element.name;
        let or_tag = |name: &String| match name.is_empty() {
            true => element.tag().to_owned(),
            false => name.clone(),
        };
        Label::new(or_tag(en), or_tag(fr))
    }

    fn label_below(&self, class: usize, name: &str) -> Option<Label> {
        let mut children = self.elements().get(class)?.children.iter();
        let is = |at: &&usize| self.elements().get(**at).is_some_and(|it| it.tag() == name);
        children.find(is).map(|at| self.element_label(*at))
    }
}

impl Vocabulary for Scope<'_> {
    fn label(&self, record: Option<RecordId>, name: &str) -> Label {
        let found = match record.map(|it| (it, self.fact_of(it))) {
            None => {
                let element = self.block.cluster.position(name).map(|at| self.element_label(at));
                element.or_else(|| self.fact_label(name))
            }
            Some((record, None)) => self.label_below(record.0, name),
            Some((_, Some((path, like)))) => {
                let own = self.fact_label(&format!("{path}/{name}"));
                own.or_else(|| self.label_below(like?, name))
            }
        };
        found.unwrap_or_default()
    }

    fn record_label(&self, record: RecordId) -> Label {
        match self.fact_of(record) {
            Some((path, _)) => self.fact_label(path).unwrap_or_default(),
            None => self.element_label(record.0),
        }
    }

    fn code_label(&self, list: CodeList, code: &str) -> Label {
        let named = self.code_list(list).and_then(|it| it.name_of(code, &self.block.catalogue));
        named.unwrap_or_else(|| match self.is_left_out(list, code) {
            // A rule of a framework speaks of codes that its profile may do without.
            true => Label::new(LEFT_OUT.en, LEFT_OUT.fr),
            false => Label::default(),
        })
    }
}

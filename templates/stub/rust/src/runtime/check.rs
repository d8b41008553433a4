//! Occurrence, kinds of values, formats and codes of a message, by the model.

use serde_json::{Map, Value};

use super::spec::{
    CharacterSet, CompanionForm, CompanionSpec, Facets, Faults, FieldSpec, MAX_DEPTH, MessageSpec,
    ModelSpec, TypeSpec, shown,
};

/// Property that holds the value where something stands beside it.
pub(super) const CONTENT: &str = "content";

/// The message that the wrapper names.
pub fn message_of<'m>(model: &'m ModelSpec, tree: &Value) -> Option<&'m MessageSpec> {
    let name = tree.get(&model.type_name.json)?.as_str()?;
    model.messages.iter().find(|it| it.name == name)
}

/// Judges a message in its JSON form. Whole numbers are put into their one spelling.
pub fn check(model: &ModelSpec, tree: &mut Value, faults: &mut Faults) {
    let message = message_of(model, tree);
    let (Some(message), Value::Object(map)) = (message, tree) else {
        let name = &model.type_name.json;
        faults.add(
            "MetaData",
            format!("{name} names no message of {}", model.block),
        );
        return;
    };
    let root = FieldSpec {
        xml: message.xml.clone(),
        json: message.json.clone(),
        min: 1,
        max: Some(1),
        value: None,
        class: Some(message.class),
    };
    let mut checker = Checker { model, faults };
    checker.fields(
        &model.classes[model.header].fields,
        map,
        "MetaData",
        0,
        Some(&root),
    );
}

struct Checker<'c> {
    model: &'c ModelSpec,
    faults: &'c mut Faults,
}

impl Checker<'_> {
    fn fields(
        &mut self,
        fields: &[FieldSpec],
        tree: &mut Map<String, Value>,
        path: &str,
        depth: usize,
        root: Option<&FieldSpec>,
    ) {
        if depth > MAX_DEPTH {
            self.faults.add(path, "too many levels");
            return;
        }
        for property in tree.keys() {
            if !fields.iter().chain(root).any(|it| it.json == *property) {
                self.faults
                    .add(path, format!("unknown element {}", shown(property)));
            }
        }
        for field in fields.iter().chain(root) {
            let below = match root {
                Some(root) if std::ptr::eq(root, field) => field.xml.clone(),
                _ => format!("{path}/{}", field.xml),
            };
            let Some(items) = self.items(field, tree.get_mut(&field.json), &below) else {
                continue;
            };
            let count = items.len();
            if count < field.min {
                let wanted = field.min;
                self.faults.add(
                    &below,
                    format!("occurs {count} times, at least {wanted} expected"),
                );
            }
            if let Some(max) = field.max.filter(|max| count > *max) {
                self.faults.add(
                    &below,
                    format!("occurs {count} times, at most {max} allowed"),
                );
            }
            for item in items {
                self.item(field, item, &below, depth);
            }
        }
    }

    /// The values of a field; none where they are not even in the right form.
    fn items<'v>(
        &mut self,
        field: &FieldSpec,
        value: Option<&'v mut Value>,
        path: &str,
    ) -> Option<&'v mut [Value]> {
        match value {
            None => Some(&mut []),
            Some(value) if !field.is_many() => Some(std::slice::from_mut(value)),
            Some(Value::Array(items)) if !items.is_empty() => Some(items),
            Some(_) => {
                self.faults
                    .add(path, "a list with at least one element expected");
                None
            }
        }
    }

    fn item(&mut self, field: &FieldSpec, item: &mut Value, path: &str, depth: usize) {
        let model = self.model;
        if let Some(class) = field.class {
            match item {
                Value::Object(map) => {
                    self.fields(&model.classes[class].fields, map, path, depth + 1, None);
                }
                _ => self.faults.add(path, "an object expected"),
            }
            return;
        }
        let Some(spec) = field.value.map(|at| &model.types[at]) else {
            return;
        };
        let Some(beside) = &spec.companion else {
            self.content(spec, item, path);
            return;
        };
        let Value::Object(map) = item else {
            self.faults.add(
                path,
                format!("an object of {CONTENT} and {} expected", beside.json),
            );
            return;
        };
        for property in map
            .keys()
            .filter(|it| *it != CONTENT && **it != beside.json)
        {
            self.faults
                .add(path, format!("unknown element {}", shown(property)));
        }
        match map.get_mut(CONTENT) {
            Some(content) => self.content(spec, content, path),
            None => self.faults.add(path, format!("{CONTENT} is missing")),
        }
        match map.get(&beside.json) {
            Some(Value::String(code)) if self.is_companion(spec, beside, code) => {}
            Some(_) => self
                .faults
                .add(path, format!("{} is not allowed", beside.json)),
            None if beside.required => {
                self.faults.add(path, format!("{} is missing", beside.json));
            }
            None => {}
        }
    }

    fn is_companion(&self, spec: &TypeSpec, beside: &CompanionSpec, code: &str) -> bool {
        if let Facets::Date { formats } = &spec.facets {
            return formats.iter().any(|it| it == code);
        }
        if let Some(list) = spec.list {
            return self.model.lists[list].codes.contains(code);
        }
        let of = |text: &str, most: usize, is: fn(u8) -> bool| {
            (1..=most).contains(&text.len()) && text.bytes().all(is)
        };
        match beside.form {
            CompanionForm::Currency => code.len() == 3 && of(code, 3, |it| it.is_ascii_uppercase()),
            CompanionForm::Unit => of(code, 3, |it| it.is_ascii_uppercase() || it.is_ascii_digit()),
            CompanionForm::Media => code.split_once('/').is_some_and(|(kind, sub)| {
                of(kind, 20, |it| it.is_ascii_lowercase())
                    && of(sub, 100, |it| {
                        it.is_ascii_alphanumeric() || b".+_-".contains(&it)
                    })
            }),
            CompanionForm::Date => false,
        }
    }

    fn content(&mut self, spec: &TypeSpec, value: &mut Value, path: &str) {
        if let Some(only) = &spec.only {
            if value.as_str() != Some(only) {
                self.faults.add(path, format!("{} expected", shown(only)));
            }
            return;
        }
        match (&spec.facets, &*value) {
            (Facets::Boolean, Value::Bool(_)) => {}
            (Facets::Boolean, _) => self.faults.add(path, "true or false expected"),
            (Facets::Decimal { digits, .. }, _) if spec.integer => match whole(value) {
                Some(number) if number.to_string().len() <= *digits => *value = number.into(),
                _ => {
                    let said = format!("a whole number of at most {digits} digits expected");
                    self.faults.add(path, said);
                }
            },
            (_, Value::String(text)) => {
                if let Some(list) = spec.list.filter(|_| spec.companion.is_none()) {
                    let list = &self.model.lists[list];
                    if !list.codes.contains(text) {
                        let said = format!("{} is no code of the list {}", shown(text), list.id);
                        self.faults.add(path, said);
                        return;
                    }
                }
                if let Err(wrong) = format(&spec.facets, text) {
                    self.faults.add(path, format!("{}: {wrong}", shown(text)));
                }
            }
            _ => self.faults.add(path, "a text expected"),
        }
    }
}

/// A number that is whole and not negative, whatever its spelling; exact up to fifteen digits.
fn whole(value: &Value) -> Option<u64> {
    if let Some(number) = value.as_u64() {
        return Some(number);
    }
    let number = value.as_f64()?;
    let exact = (0.0..1e15).contains(&number) && number.fract() == 0.0;
    exact
        .then(|| format!("{:.0}", number.abs()).parse().ok())
        .flatten()
}

/// What is wrong with the format of a text.
fn format(facets: &Facets, text: &str) -> Result<(), String> {
    let is = |fits: bool, expected: &str| {
        if fits {
            Ok(())
        } else {
            Err(expected.to_owned())
        }
    };
    match facets {
        Facets::Characters { set, min, max } => {
            match set {
                CharacterSet::Any => {}
                CharacterSet::Letters => {
                    is(
                        text.bytes().all(|it| it.is_ascii_alphabetic()),
                        "letters A to Z expected",
                    )?;
                }
                CharacterSet::Digits => {
                    is(
                        text.bytes().all(|it| it.is_ascii_digit()),
                        "digits expected",
                    )?;
                }
            }
            let length = text.chars().count();
            is(
                length >= *min && max.is_none_or(|max| length <= max),
                "another length expected",
            )
        }
        Facets::Decimal { digits, fraction } => {
            let (whole, behind) = match text.split_once('.') {
                Some((whole, behind)) => (whole, Some(behind)),
                None => (text, None),
            };
            let all = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
            let canonical = whole == "0" || !whole.starts_with('0');
            let length = behind.map_or(0, str::len);
            let fits = all(whole)
                && canonical
                && behind.is_none_or(all)
                && length <= *fraction
                && whole.len() + length <= *digits;
            is(fits, "a number of its digits expected")
        }
        Facets::Date { formats } => is(
            formats.iter().any(|it| is_date(it, text)),
            "a date expected",
        ),
        Facets::Binary => {
            let body = text.trim_end_matches('=');
            let symbol = |it: u8| it.is_ascii_alphanumeric() || it == b'+' || it == b'/';
            let fits = text.len().is_multiple_of(4)
                && text.len() - body.len() <= 2
                && body.bytes().all(symbol);
            is(fits, "Base64 expected")
        }
        Facets::Boolean => is(false, "true or false expected"),
    }
}

/// `102` is CCYYMMDD, `304` CCYYMMDDHHMMSS and Z or hours from UTC (UNTDID 2379).
fn is_date(format: &str, text: &str) -> bool {
    let number = |from: usize, to: usize| {
        let part = text
            .get(from..to)
            .filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    let within =
        |from, to, least, most| number(from, to).is_some_and(|it| it >= least && it <= most);
    let day = within(0, 4, 0, 9999) && within(4, 6, 1, 12) && within(6, 8, 1, 31);
    if format == "102" {
        return day && text.len() == 8;
    }
    let time = within(8, 10, 0, 23) && within(10, 12, 0, 59) && within(12, 14, 0, 59);
    let zone = match text.get(14..) {
        Some("Z") => true,
        Some(zone) => zone.len() == 3 && zone.starts_with(['+', '-']) && within(15, 17, 0, 99),
        None => false,
    };
    day && time && zone
}

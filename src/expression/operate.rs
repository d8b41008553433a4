//! Comparing values, and reckoning with them.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::expression::ast::{Arithmetic, Comparison};
use crate::expression::decimal::Decimal;
use crate::expression::evaluate::{HaltKind, convert};
use crate::expression::types::{Measure, Type};
use crate::expression::units::{Dimension, base, dimension, factor};
use crate::expression::value::{Node, Quantity, Value};

/// Whether a comparison holds.
pub(super) fn compare<'a, N: Node<'a>>(
    op: Comparison,
    one: &Value<'a, N>,
    two: &Value<'a, N>,
) -> Result<bool, HaltKind> {
    match op {
        Comparison::Equal => equal(one, two),
        Comparison::Unequal => equal(one, two).map(|it| !it),
        Comparison::Less => order(one, two).map(Ordering::is_lt),
        Comparison::AtMost => order(one, two).map(Ordering::is_le),
        Comparison::Greater => order(one, two).map(Ordering::is_gt),
        Comparison::AtLeast => order(one, two).map(Ordering::is_ge),
    }
}

/// Whether two values are equal.
pub(super) fn equal<'a, N: Node<'a>>(
    one: &Value<'a, N>,
    two: &Value<'a, N>,
) -> Result<bool, HaltKind> {
    match (one, two) {
        (Value::Bool(one), Value::Bool(two)) => Ok(one == two),
        (Value::Text(one), Value::Text(two)) => Ok(one == two),
        (Value::Node(one), Value::Node(two)) => Ok(one.equals(two)),
        (Value::List(one), Value::List(two)) => {
            if one.len() != two.len() {
                return Ok(false);
            }
            for (one, two) in one.iter().zip(two) {
                if !equal(one, two)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        (Value::Node(node), other) => equal(&like(node, other)?, other),
        (one, Value::Node(node)) => equal(one, &like(node, one)?),
        _ => order(one, two).map(Ordering::is_eq),
    }
}

/// What a node of unknown kind says, as a value of the kind that it is compared with.
fn like<'a, N: Node<'a>>(node: &N, other: &Value<'a, N>) -> Result<Value<'a, N>, HaltKind> {
    let kind = match other {
        Value::Bool(_) => Type::Bool,
        Value::Number(_) => Type::Number,
        Value::Text(_) => Type::Text,
        Value::Moment(_) => Type::Moment,
        Value::Length(_) => Type::Length,
        Value::Quantity(_) => Type::Measure(Measure::QUANTITY),
        Value::List(_) => {
            return Ok(Value::List(node.items().into_iter().map(Value::Node).collect()));
        }
        Value::Node(_) => return Err(HaltKind::Malformed),
    };
    convert(node.clone(), &kind)
}

/// Which of two values comes first.
fn order<'a, N: Node<'a>>(one: &Value<'a, N>, two: &Value<'a, N>) -> Result<Ordering, HaltKind> {
    match (one, two) {
        (Value::Number(one), Value::Number(two)) => Ok(one.cmp(two)),
        (Value::Text(one), Value::Text(two)) => Ok(one.cmp(two)),
        (Value::Moment(one), Value::Moment(two)) => Ok(one.order(*two)),
        (Value::Length(one), Value::Length(two)) => one.order(*two).ok_or(HaltKind::Months),
        (Value::Quantity(one), Value::Quantity(two)) => {
            let (one, two, _) = alike(one, two)?;
            Ok(one.cmp(&two))
        }
        (Value::Quantity(one), Value::Number(two)) if two.is_zero() => Ok(one.number.cmp(two)),
        (Value::Number(one), Value::Quantity(two)) if one.is_zero() => Ok(one.cmp(&two.number)),
        (Value::Node(_), Value::Node(_)) => Err(HaltKind::Malformed),
        (Value::Node(node), other) => order(&like(node, other)?, other),
        (one, Value::Node(node)) => order(one, &like(node, one)?),
        _ => Err(HaltKind::Malformed),
    }
}

type Unit<'a> = Option<Cow<'a, str>>;

/// Two quantities in one unit, and that unit.
fn alike<'a>(
    one: &Quantity<'a>,
    two: &Quantity<'a>,
) -> Result<(Decimal, Decimal, Unit<'a>), HaltKind> {
    if one.unit == two.unit {
        return Ok((one.number, two.number, one.unit.clone()));
    }
    // Zero is the same in every unit.
    if one.number.is_zero() || two.number.is_zero() {
        let unit = if one.number.is_zero() { &two.unit } else { &one.unit };
        return Ok((one.number, two.number, unit.clone()));
    }
    // What is counted without a unit is counted in pieces.
    let unit = |it: &Unit<'a>| it.clone().unwrap_or(Cow::Borrowed(base(Dimension::Count)));
    let (first, second) = (&*unit(&one.unit), &*unit(&two.unit));
    let (Some(measured), Some(other)) = (dimension(first), dimension(second)) else {
        return Err(HaltKind::Units);
    };
    if measured != other {
        return Err(HaltKind::Units);
    }
    let scaled = |number: Decimal, unit: &str| number.times(factor(unit)?);
    let (first, second) = (scaled(one.number, first), scaled(two.number, second));
    let (first, second) = first.zip(second).ok_or(HaltKind::TooLarge)?;
    Ok((first, second, Some(Cow::Borrowed(base(measured)))))
}

/// `one op two`; a quotient is rounded to `places` decimals.
pub(super) fn arithmetic<'a, N: Node<'a>>(
    op: Arithmetic,
    one: Value<'a, N>,
    two: Value<'a, N>,
    places: u32,
) -> Result<Value<'a, N>, HaltKind> {
    use Arithmetic::{Add, Divide, Multiply, Subtract};
    let quantity = |number: Option<Decimal>, unit| {
        let number = number.ok_or(HaltKind::TooLarge)?;
        Ok(Value::Quantity(Quantity { number, unit }))
    };
    match (one, op, two) {
        (Value::Number(one), op, Value::Number(two)) => {
            reckon(op, one, two, places).map(Value::Number)
        }
        (Value::Text(one), Add, Value::Text(two)) => {
            Ok(Value::Text((one + two.as_ref()).into_owned().into()))
        }
        (Value::Moment(one), Subtract, Value::Moment(two)) => Ok(Value::Length(one.since(two))),
        (Value::Moment(moment), Add, Value::Length(length))
        | (Value::Length(length), Add, Value::Moment(moment)) => {
            moment.plus(length).map(Value::Moment).ok_or(HaltKind::TooLarge)
        }
        (Value::Moment(moment), Subtract, Value::Length(length)) => {
            moment.plus(length.negate()).map(Value::Moment).ok_or(HaltKind::TooLarge)
        }
        (Value::Length(one), Add, Value::Length(two)) => {
            one.plus(two).map(Value::Length).ok_or(HaltKind::TooLarge)
        }
        (Value::Length(one), Subtract, Value::Length(two)) => {
            one.plus(two.negate()).map(Value::Length).ok_or(HaltKind::TooLarge)
        }
        (Value::Quantity(one), Add | Subtract, Value::Quantity(two)) => {
            let (first, second, unit) = alike(&one, &two)?;
            reckon(op, first, second, places)
                .map(|number| Value::Quantity(Quantity { number, unit }))
        }
        (Value::Quantity(one), Divide, Value::Quantity(two)) => {
            let (first, second, _) = alike(&one, &two)?;
            reckon(Divide, first, second, places).map(Value::Number)
        }
        (Value::Quantity(one), Multiply, Value::Number(two))
        | (Value::Number(two), Multiply, Value::Quantity(one)) => {
            quantity(one.number.times(two), one.unit)
        }
        (Value::Quantity(one), Divide, Value::Number(two)) => {
            let number = reckon(Divide, one.number, two, places)?;
            quantity(Some(number), one.unit)
        }
        // Nothing is added or taken away; a sum begins so.
        (Value::Quantity(it), Add | Subtract, Value::Number(zero))
        | (Value::Number(zero), Add, Value::Quantity(it))
            if zero.is_zero() =>
        {
            Ok(Value::Quantity(it))
        }
        (Value::Node(node), op, other) if !matches!(other, Value::Node(_)) => {
            arithmetic(op, like(&node, &other)?, other, places)
        }
        (one, op, Value::Node(node)) if !matches!(one, Value::Node(_)) => {
            let other = like(&node, &one)?;
            arithmetic(op, one, other, places)
        }
        _ => Err(HaltKind::Malformed),
    }
}

fn reckon(op: Arithmetic, one: Decimal, two: Decimal, places: u32) -> Result<Decimal, HaltKind> {
    let by_zero = matches!(op, Arithmetic::Divide | Arithmetic::Remainder) && two.is_zero();
    if by_zero {
        return Err(HaltKind::Division);
    }
    match op {
        Arithmetic::Add => one.plus(two),
        Arithmetic::Subtract => one.minus(two),
        Arithmetic::Multiply => one.times(two),
        Arithmetic::Divide => one.divide(two, places),
        Arithmetic::Remainder => return one.remainder(two).ok_or(HaltKind::Division),
    }
    .ok_or(HaltKind::TooLarge)
}

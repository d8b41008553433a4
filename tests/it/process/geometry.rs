//! Nothing overlaps, nothing runs through what is not its own: on the exchange of a certificate of
//! origin, on its lifecycle, and on graphs made at random.

use gnc::view::process::layout::{Folding, Layout, Rect, lay_out, lay_out_folded, lay_out_states};
use gnc::view::process::{Ending, Event, Flow, MessageFlow, Node, NodeKind, Process, Work};
use gnc::words::{Label, Lang};

use super::origin;

/// Folded to these widths, the first of which is as good as any other.
fn folding(rooms: &[i32]) -> Folding<'_> {
    Folding { rooms, worth: &|_| 0 }
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

fn within(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.w <= outer.x + outer.w
        && inner.y + inner.h <= outer.y + outer.h
}

/// Whether a point lies on the edge of a shape: anywhere on a box, in the middle of a side otherwise.
fn on_edge(at: (i32, i32), shape: Rect, is_box: bool) -> bool {
    let (right, below) = (shape.x + shape.w, shape.y + shape.h);
    let middle = (shape.x + shape.w / 2, shape.y + shape.h / 2);
    let on_side = (at.0 == shape.x || at.0 == right) && (shape.y..=below).contains(&at.1);
    let on_top = (at.1 == shape.y || at.1 == below) && (shape.x..=right).contains(&at.0);
    (on_side && (is_box || at.1 == middle.1)) || (on_top && (is_box || at.0 == middle.0))
}

/// What is wrong with a layout, in words.
fn faults(
    layout: &Layout,
    boxes: &[bool],
    flows: &[(usize, usize)],
    messages: &[(usize, usize)],
    lanes: &[usize],
) -> Vec<String> {
    let mut faults = Vec::new();
    let whole = Rect { x: 0, y: 0, w: layout.width, h: layout.height };
    let nodes = &layout.nodes;
    for (a, one) in nodes.iter().enumerate() {
        for (b, other) in nodes.iter().enumerate().skip(a + 1) {
            if overlap(one.rect, other.rect) {
                faults.push(format!("nodes {a} and {b} overlap"));
            }
        }
        let is_home = |lane: &usize| {
            layout.lanes.iter().any(|band| band.of == *lane && within(one.rect, band.rect))
        };
        if !lanes.get(a).is_none_or(is_home) {
            faults.push(format!("node {a} is outside its lane"));
        }
        if !within(one.rect, whole) {
            faults.push(format!("node {a} is outside the picture"));
        }
    }
    let mut labels: Vec<(String, Option<usize>, Rect)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if let Some(label) = &node.label {
            labels.push((format!("name {at}"), boxes[at].then_some(at), label.rect));
        }
    }
    for (kind, routes) in [("flow", &layout.flows), ("message", &layout.messages)] {
        for (at, route) in routes.iter().enumerate() {
            if let Some(label) = &route.label {
                labels.push((format!("{kind} {at}"), None, label.rect));
            }
        }
    }
    for (a, (name, inside, label)) in labels.iter().enumerate() {
        if !within(*label, whole) {
            faults.push(format!("label of {name} is outside the picture"));
        }
        for (at, node) in nodes.iter().enumerate() {
            if *inside != Some(at) && overlap(*label, node.rect) {
                faults.push(format!("label of {name} lies on node {at}"));
            }
            if *inside == Some(at) && !within(*label, node.rect) {
                faults.push(format!("label of {name} leaves its box"));
            }
        }
        for (other, _, rect) in &labels[a + 1..] {
            if overlap(*label, *rect) {
                faults.push(format!("labels of {name} and {other} overlap"));
            }
        }
    }
    for (kind, routes, ends) in
        [("flow", &layout.flows, flows), ("message", &layout.messages, messages)]
    {
        assert_eq!(routes.len(), ends.len());
        for (at, (route, (from, to))) in routes.iter().zip(ends).enumerate() {
            let end = route.more.last().unwrap_or(&route.points).last();
            let (Some(first), Some(last)) = (route.points.first(), end) else {
                faults.push(format!("{kind} {at} has no way"));
                continue;
            };
            for (end, node) in [(first, *from), (last, *to)] {
                if !on_edge(*end, nodes[node].rect, boxes[node]) {
                    faults.push(format!("{kind} {at} misses node {node}"));
                }
            }
            let runs = std::iter::once(&route.points).chain(&route.more);
            for pair in runs.flat_map(|run| run.windows(2)) {
                let (a, b) = (pair[0], pair[1]);
                if a.0 != b.0 && a.1 != b.1 {
                    faults.push(format!("{kind} {at} is slanted"));
                }
                let piece = Rect {
                    x: a.0.min(b.0),
                    y: a.1.min(b.1),
                    w: (a.0 - b.0).abs(),
                    h: (a.1 - b.1).abs(),
                };
                if !within(piece, whole) {
                    faults.push(format!("{kind} {at} leaves the picture"));
                }
                for (number, node) in nodes.iter().enumerate() {
                    let Rect { x: left, y: top, w: width, h: height } = node.rect;
                    let core = Rect { x: left + 1, y: top + 1, w: width - 2, h: height - 2 };
                    let hit = Rect { w: piece.w.max(1), h: piece.h.max(1), ..piece };
                    if overlap(hit, core) {
                        faults.push(format!("{kind} {at} runs through node {number}"));
                    }
                }
            }
        }
    }
    faults
}

fn faults_of(process: &Process, lang: Lang) -> Vec<String> {
    let mut found = faults_in(process, &lay_out(process, lang));
    for room in [500, 1_200] {
        let folded = lay_out_folded(process, lang, &folding(&[room]));
        let faults = faults_in(process, &folded);
        found.extend(faults.into_iter().map(|it| format!("folded to {room}: {it}")));
        for mark in &folded.marks {
            let same = folded.marks.iter().filter(|it| it.number == mark.number);
            if same.count() % 2 != 0 {
                found.push(format!("folded to {room}: mark {} leads nowhere", mark.number));
            }
        }
        for pair in folded.parts.windows(2) {
            if overlap(pair[0], pair[1]) {
                found.push(format!("folded to {room}: parts overlap"));
            }
        }
    }
    found
}

fn faults_in(process: &Process, layout: &Layout) -> Vec<String> {
    let boxes: Vec<bool> = process.nodes().iter().map(|node| !node.kind.is_small()).collect();
    let flows: Vec<_> = process.flows().iter().map(|flow| (flow.from, flow.to)).collect();
    let messages: Vec<_> = process.messages().iter().map(|flow| (flow.from, flow.to)).collect();
    let lanes: Vec<_> = process.nodes().iter().map(|node| node.lane).collect();
    faults(layout, &boxes, &flows, &messages, &lanes)
}

/// Whether two straight pieces lie on one line and both cover a stretch of it.
fn shared(one: &[(i32, i32)], other: &[(i32, i32)]) -> bool {
    let [from, to] = [one[0], one[1]];
    let [start, end] = [other[0], other[1]];
    let meet = |a: (i32, i32), b: (i32, i32)| a.0.max(b.0) < a.1.min(b.1);
    let span = |a: i32, b: i32| (a.min(b), a.max(b));
    let plumb = from.0 == to.0 && start.0 == end.0 && from.0 == start.0;
    let level = from.1 == to.1 && start.1 == end.1 && from.1 == start.1;
    plumb && meet(span(from.1, to.1), span(start.1, end.1))
        || level && meet(span(from.0, to.0), span(start.0, end.0))
}

/// How often the line of one flow is drawn on a line of another that has no end in common with it.
fn shared_lines(process: &Process) -> usize {
    let layout = lay_out(process, Lang::En);
    let flows = process.flows().iter().map(|flow| [flow.from, flow.to]);
    let messages = process.messages().iter().map(|flow| [flow.from, flow.to]);
    let ends: Vec<_> = flows.chain(messages).collect();
    let routes: Vec<_> = layout.flows.iter().chain(&layout.messages).collect();
    let mut count = 0;
    for (a, one) in routes.iter().enumerate() {
        for (b, other) in routes.iter().enumerate().skip(a + 1) {
            if ends[a].iter().any(|end| ends[b].contains(end)) {
                continue;
            }
            for piece in one.points.windows(2) {
                count += other.points.windows(2).filter(|it| shared(piece, it)).count();
            }
        }
    }
    count
}

#[test]
fn the_exchange_of_a_certificate_is_drawn_without_faults() {
    let process = origin::process();
    for lang in Lang::ALL {
        assert_eq!(faults_of(&process, lang), Vec::<String>::new(), "{lang:?}");
    }
    assert_eq!(shared_lines(&process), 0);
}

#[test]
fn no_line_runs_through_a_label() {
    let process = origin::process();
    for lang in Lang::ALL {
        for layout in [lay_out(&process, lang), lay_out_folded(&process, lang, &folding(&[1_100]))]
        {
            let routes: Vec<_> = layout.flows.iter().chain(&layout.messages).collect();
            let of_flows = routes.iter().filter_map(|route| route.label.as_ref());
            let nodes = layout.nodes.iter().zip(process.nodes());
            let beside = nodes.filter(|(_, node)| node.kind.is_small());
            let of_nodes = beside.filter_map(|(placed, _)| placed.label.as_ref());
            for label in of_flows.chain(of_nodes) {
                for route in &routes {
                    let runs = std::iter::once(&route.points).chain(&route.more);
                    for pair in runs.flat_map(|run| run.windows(2)) {
                        let line = Rect {
                            x: pair[0].0.min(pair[1].0),
                            y: pair[0].1.min(pair[1].1),
                            w: (pair[0].0 - pair[1].0).abs().max(1),
                            h: (pair[0].1 - pair[1].1).abs().max(1),
                        };
                        assert!(!overlap(line, label.rect), "{:?} {pair:?}", label.lines);
                    }
                }
            }
        }
    }
}

#[test]
fn a_lifecycle_is_drawn_without_faults() {
    let machine = origin::lifecycle();
    let ends: Vec<_> = machine.transitions().iter().map(|it| (it.from, it.to)).collect();
    let boxes = vec![true; machine.states().len()];
    for lang in Lang::ALL {
        let layout = lay_out_states(&machine, lang);
        assert_eq!(faults(&layout, &boxes, &ends, &[], &[]), Vec::<String>::new());
        // Each transition has its own number, on its own line, clear of the others.
        assert_eq!(layout.marks.len(), ends.len());
        for (at, mark) in layout.marks.iter().enumerate() {
            for other in &layout.marks[at + 1..] {
                let (dx, dy) = (mark.at.0 - other.at.0, mark.at.1 - other.at.1);
                assert!(dx.abs().max(dy.abs()) >= 16, "{mark:?} {other:?}");
            }
        }
    }
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

const TEXTS: [&str; 8] = [
    "",
    "no",
    "Examine the application and the evidence of origin",
    "Weltursprungszeugnisdatenaustauschverfahren",
    "Autorité compétente de la Partie exportatrice",
    "in time",
    "税関 原産地証明書 の 確認",
    "Certificate of origin, replacement, with reference to the original number and date of issue",
];

fn random(seed: u64) -> Process {
    let mut numbers = Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut text = {
        let mut numbers = Numbers(seed + 77);
        move || {
            let pick = TEXTS[numbers.below(TEXTS.len())];
            Label::new(pick, pick)
        }
    };
    let mut it = Process::new(format!("random-{seed}"), text());
    let pools = 1 + numbers.below(4);
    for pool in 0..pools {
        it.add_pool(format!("p{pool}"), text());
        for lane in 0..=numbers.below(3) {
            it.add_lane(pool, format!("l{pool}-{lane}"), text());
        }
    }
    let count = 1 + numbers.below(if seed.is_multiple_of(10) { 80 } else { 24 });
    for node in 0..count {
        let kind = match numbers.below(12) {
            0 => NodeKind::Start(Event::Message),
            1 => NodeKind::End(Ending::Error),
            2 => NodeKind::Catch(Event::Timer),
            3 => NodeKind::Wait,
            4 => NodeKind::Fork,
            5 | 6 => NodeKind::Decision,
            7 => NodeKind::Subprocess("other".into()),
            8 => NodeKind::Task(Work::Send),
            _ => NodeKind::Task(Work::Plain),
        };
        let lane = numbers.below(it.lanes().len());
        it.add_node(Node::new(format!("n{node}"), node.to_string(), text(), lane, kind));
    }
    for _ in 0..count + numbers.below(count) {
        let (from, to) = (numbers.below(count), numbers.below(count));
        it.add_flow(Flow { from, to, label: text(), default: false });
        if numbers.below(2) == 0 {
            it.add_message(MessageFlow {
                from: to,
                to: from,
                message: String::new(),
                name: text(),
            });
        }
    }
    it
}

#[test]
fn graphs_made_at_random_are_drawn_without_faults() {
    for seed in 1..=300 {
        let process = random(seed);
        let found = faults_of(&process, Lang::En);
        assert_eq!(found, Vec::<String>::new(), "graph {seed}");
    }
}

#[test]
fn the_same_process_is_drawn_the_same_way() {
    for seed in 1..=20 {
        let process = random(seed);
        assert_eq!(lay_out(&process, Lang::En), lay_out(&process.clone(), Lang::En));
    }
}

#[test]
fn nothing_at_all_is_drawn_too() {
    let empty = Process::new("empty", Label::default());
    assert_eq!(faults_of(&empty, Lang::Fr), Vec::<String>::new());
    let mut pool = empty;
    pool.add_pool("p", Label::new("Pool", ""));
    assert_eq!(faults_of(&pool, Lang::Fr), Vec::<String>::new());
}

#[test]
fn a_picture_is_folded_to_the_width_that_is_worth_most() {
    let process = origin::process();
    let widest = |folding: &Folding| {
        let layout = lay_out_folded(&process, Lang::En, folding);
        layout.parts.iter().map(|part| part.w).max().unwrap()
    };
    let [wide, narrow] = [1_200, 700].map(|room| widest(&folding(&[room])));
    assert!(narrow < wide);
    assert_eq!(widest(&folding(&[1_200, 700])), wide, "worth the same");
    let narrower_is_better = |parts: &[Rect]| i64::from(10_000 / parts[0].w);
    let choice = Folding { rooms: &[1_200, 700], worth: &narrower_is_better };
    assert_eq!(widest(&choice), narrow);
}

//! Sheets of pictures as dots: what is on them, the same everywhere, never more than fits.

use gnc::render::process::dots::Painter;
use gnc::render::process::svg;
use gnc::words::Lang;
use sha2::{Digest, Sha256};

use super::origin;

/// A sheet with everything that sheets are made of.
const SHEET: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" class="gp" viewBox="-8 -8 200 120">
<title>Not drawn</title><style>.gp-task{fill:#000000}</style>
<defs><marker id="m-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9"><path class="gp-tip" d="M0 0L10 5L0 10z"/></marker></defs>
<rect class="gp-paper" x="-8" y="-8" width="200" height="120"/>
<rect class="gp-lane-title" x="0" y="0" width="20" height="100"/>
<rect class="gp-send" x="40" y="20" width="60" height="40" rx="8"/>
<circle class="gp-go" cx="130" cy="40" r="14"/>
<path class="gp-message" d="M70 60L70 90Q70 95 75 95L150 95" marker-end="url(#m-tip)"/>
<path class="gp-flow" d="M160 60L160 20" marker-end="url(#m-tip)"/>
<text class="gp-text gp-mid" x="70" y="44">Déclarer &amp; payer</text>
<text class="gp-title gp-mid" transform="translate(14 50) rotate(-90)">Partie A</text>
<text class="gp-message-label" x="100" y="90">message</text>
</svg>"#;

/// Width, height and the colour of each dot.
fn read(png: &[u8]) -> (usize, usize, Vec<[u8; 3]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut bytes).unwrap();
    assert_eq!(frame.color_type, png::ColorType::Rgb);
    let (dots, _) = bytes.as_chunks::<3>();
    (frame.width as usize, frame.height as usize, dots.to_vec())
}

#[test]
fn a_sheet_has_its_size_colours_and_places() {
    let (width, height, dots) = read(&Painter::default().draw(SHEET).unwrap());
    assert_eq!((width, height), (200, 120));
    let at = |x: i32, y: i32| dots[usize::try_from((y + 8) * 200 + x + 8).unwrap()];
    assert_eq!(at(190, 110), [255, 255, 255], "paper");
    assert_eq!(at(2, 98), [0xf4, 0xf7, 0xfa], "a lane's title");
    assert_eq!(at(45, 55), [0xe3, 0xee, 0xfa], "a task");
    assert_eq!(at(130, 30), [0xe2, 0xf3, 0xe6], "a start");
    assert_eq!(at(144, 95), [0x3c, 0x4a, 0x58], "the tip of an arrow");
    assert_eq!([at(158, 27), at(162, 27)], [[0x3c, 0x4a, 0x58]; 2], "one that points up");
    assert_eq!([at(154, 27), at(166, 27)], [[255; 3]; 2], "beside it");
    assert_eq!(at(41, 21), [255, 255, 255], "outside a round corner");
    // The stroke lies between two rows of dots, and has gaps.
    let blue = |[r, _, b]: [u8; 3]| b > r.saturating_add(40);
    let line: Vec<bool> = (76..136).map(|x| blue(at(x, 95)) || blue(at(x, 94))).collect();
    assert!(line.contains(&true) && line.contains(&false), "dashes");
    let dark = |[r, g, b]: [u8; 3]| u32::from(r) + u32::from(g) + u32::from(b) < 300;
    let letters = |xs: std::ops::Range<i32>, ys: std::ops::Range<i32>| {
        ys.flat_map(|y| xs.clone().map(move |x| (x, y))).filter(|(x, y)| dark(at(*x, *y))).count()
    };
    assert!(letters(45..95, 34..47) > 60, "letters in a task");
    assert!(letters(3..18, 25..75) > 40, "letters of a turned title");
    assert_eq!(letters(100..150, 60..80), 0, "nothing where nothing is");
}

#[test]
fn a_sheet_is_the_same_on_every_machine_and_after_any_other() {
    let mut painter = Painter::default();
    let first = painter.draw(SHEET).unwrap();
    painter.draw(&SHEET.replace("Partie", "Party").replace("gp-send", "gp-gate")).unwrap();
    assert_eq!(first, painter.draw(SHEET).unwrap());
    let (width, height, dots) = read(&first);
    let hash = format!("{:x}", Sha256::digest(dots.concat()));
    assert_eq!(
        (width, height, hash.as_str()),
        (200, 120, "5359b8a35936c4170f5bb88ca4e9f9e34b955d4742a54e1f66e45dfe206e1704")
    );
}

#[test]
fn the_largest_sheet_is_drawn_smaller_and_what_is_no_sheet_is_not_drawn() {
    let mut painter = Painter::default();
    let large = SHEET.replace("-8 -8 200 120", "-8 -8 60000 40000");
    let (width, height, _) = read(&painter.draw(&large).unwrap());
    assert!(width * height <= 6_100_000 && width > height, "{width} x {height}");
    let no_sheets = [
        "",
        "no picture",
        "<svg/>",
        "<svg viewBox=\"0 0 x 1\"/>",
        "<svg viewBox=\"0 0 NaN 1\"/>",
        "<svg viewBox=\"0 0 1 1\"><rect class=\"gp-task\"/></svg>",
        "<svg viewBox=\"0 0 1 1\">&nothing;",
    ];
    for text in no_sheets {
        assert!(painter.draw(text).is_none_or(|png| read(&png).0 <= 1), "{text}");
    }
}

#[test]
fn every_sheet_of_a_process_and_a_lifecycle_can_be_drawn() {
    let mut painter = Painter::default();
    for lang in [Lang::En, Lang::Fr] {
        let process = origin::process();
        let mut sheets = svg::sheets(&process, &svg::lay_out(&process, lang), lang);
        sheets.extend(svg::state_sheets(&origin::lifecycle(), lang));
        for sheet in sheets {
            let (width, height, dots) = read(&painter.draw(&sheet).unwrap());
            let view = sheet.split_once("viewBox=\"").unwrap().1.split_once('"').unwrap().0;
            assert!(view.ends_with(&format!(" {width} {height}")), "{view} is {width} x {height}");
            let inked = dots.iter().filter(|dot| **dot != [255; 3]).count();
            assert!(inked * 50 > dots.len(), "a sheet of {view} is nearly blank");
        }
    }
}

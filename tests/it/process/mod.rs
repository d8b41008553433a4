//! Processes: their layout and the writers of their pictures.

mod geometry;
mod origin;

#[test]
fn dump() {
    std::fs::create_dir_all("/tmp/proc/process").unwrap();
    let a = gnc::render::process::bpmn::write(&origin::process(), gnc::words::Lang::En);
    std::fs::write(format!("/tmp/proc/{}", a.path), a.bytes).unwrap();
    for lang in gnc::words::Lang::ALL {
        let a = gnc::render::process::svg::write(&origin::process(), lang);
        std::fs::create_dir_all("/tmp/proc").unwrap();
        std::fs::write(format!("/tmp/proc/{}", a.path.replace('/', "-")), a.bytes).unwrap();
        let a = gnc::render::process::svg::write_states(&origin::lifecycle(), lang);
        std::fs::write(format!("/tmp/proc/{}", a.path.replace('/', "-")), a.bytes).unwrap();
        let a = gnc::render::process::mermaid::write(&origin::process(), lang);
        std::fs::write(format!("/tmp/proc/{}", a.path.replace('/', "-")), a.bytes).unwrap();
        let a = gnc::render::process::mermaid::write_sequence(&origin::process(), lang).unwrap();
        std::fs::write(format!("/tmp/proc/{}", a.path.replace('/', "-")), a.bytes).unwrap();
        let a = gnc::render::process::mermaid::write_states(&origin::lifecycle(), lang);
        std::fs::write(format!("/tmp/proc/{}", a.path.replace('/', "-")), a.bytes).unwrap();
    }
}

//! Writes what is generated from the program: the JSON Schema of rate cards, requests and replies to
//! `www/schema/`, and about the element `pkg/element/attributes.js` and `pkg/custom-elements.json`.

use std::path::Path;
use std::{fs, io};

use ratecard::schema::{api, attributes_script, custom_elements, rate_card};

fn main() -> io::Result<()> {
    let folder = Path::new("www/schema");
    fs::create_dir_all(folder)?;
    for (name, schema) in [("rate-card", rate_card()), ("api", api())] {
        let file = folder.join(format!("{name}.schema.json"));
        fs::write(file, format!("{schema:#}\n"))?;
    }
    fs::write("pkg/element/attributes.js", attributes_script())?;
    fs::write(
        "pkg/custom-elements.json",
        format!("{:#}\n", custom_elements()),
    )
}

//! Writes the JSON Schema of rate cards, requests and replies to `www/schema/`.

use std::path::Path;
use std::{fs, io};

use ratecard::schema::{api, rate_card};

fn main() -> io::Result<()> {
    let folder = Path::new("www/schema");
    fs::create_dir_all(folder)?;
    for (name, schema) in [("rate-card", rate_card()), ("api", api())] {
        let file = folder.join(format!("{name}.schema.json"));
        fs::write(file, format!("{schema:#}\n"))?;
    }
    Ok(())
}

//! Mistakes that are easily made in a rate card, each with what is told of it.

/// What is written instead of a part of the card, and what is told: the place by id, and words of the
/// message.
pub struct Mistake {
    /// What stands in the card, once.
    pub right: &'static str,
    /// What is written.
    pub wrong: &'static str,
    /// Where it is told.
    pub place: &'static str,
    /// A part of the message.
    pub says: &'static str,
}

const fn mistake(
    right: &'static str,
    wrong: &'static str,
    place: &'static str,
    says: &'static str,
) -> Mistake {
    Mistake {
        right,
        wrong,
        place,
        says,
    }
}

/// The mistakes, in no order.
#[rustfmt::skip]
pub const MISTAKES: &[Mistake] = &[
    // Words that are mistyped.
    mistake("currency = \"EUR\"", "curency = \"EUR\"", "curency", "no field \"curency\" (did you mean \"currency\"?)"),
    mistake("billing = [\"monthly\", \"annual\"]", "billing = [\"monthly\", \"anual\"]", "billing[1]", "got \"anual\" (did you mean \"annual\"?); accepted: monthly, annual"),
    mistake("annual_price = {", "anual_price = {", "charges[table].anual_price", "did you mean \"annual_price\"?"),
    mistake("section = \"Guests\"", "sektion = \"Guests\"", "sources.rules.sektion", "did you mean \"section\"?"),
    mistake("model = \"flat\"", "model = \"flatt\"", "charges[table].model", "did you mean \"flat\"?"),
    mistake("model = \"per-unit\"", "model = \"per_unit\"", "charges[single_pots].model", "did you mean \"per-unit\"?"),
    mistake("id = \"more_cups\"\nlabel = { en = \"More cups\" }\nkind = \"payg\"", "id = \"more_cups\"\nlabel = { en = \"More cups\" }\nkind = \"postpaid\"", "charges[more_cups].kind", "got \"postpaid\"; accepted: prepaid, payg"),
    mistake("dimension = \"cups\"", "dimension = \"cupps\"", "charges[more_cups].dimension", "no dimension \"cupps\" (did you mean \"cups\"?)"),
    mistake("id = \"biscuits\"\nlabel = { en = \"Biscuits\" }\ngroup = \"drinks\"", "id = \"biscuits\"\nlabel = { en = \"Biscuits\" }\ngroup = \"drink\"", "features[biscuits].group", "did you mean \"drinks\"?"),
    mistake("max = 1000\nsource = \"rules\"", "max = 1000\nsource = \"rulse\"", "dimensions[guests].source", "no source \"rulse\" (did you mean \"rules\"?)"),
    mistake("palace = \"40\" }", "palaec = \"40\" }", "charges[table].price.palaec", "no edition \"palaec\" (did you mean \"palace\"?)"),
    mistake("house = 20, palace = 200", "hous = 20, palace = 200", "dimensions[guests].limit.hous", "did you mean \"house\"?"),
    mistake("basic = \"table\"", "basic = \"tabel\"", "editions[tasting].trial.basic", "no charge \"tabel\" (did you mean \"table\"?)"),
    mistake("about = [\"biscuits\"]", "about = [\"biscuit\"]", "notes[hot].about[0]", "no part \"biscuit\""),
    mistake("rule = \"prorated\"", "rule = \"pro-rated\"", "policies.refund.rule", "did you mean \"prorated\"?"),
    // Values of another kind.
    mistake("house = \"12.5\"", "house = 12.5", "charges[table].price.house", "expected an amount as a text such as \"399\" or \"0.015\", got 12.5 (did you mean \"12.5\"?)"),
    mistake("house = \"125\"", "house = 125", "charges[table].annual_price.house", "got 125 (did you mean \"125\"?)"),
    mistake("house = \"1.25\"", "house = \"1,25\"", "charges[more_cups].tiers[0].price.house", "got \"1,25\""),
    mistake("house = \"0.75\"", "house = \"-0.75\"", "charges[more_cups].tiers[2].price.house", "expected an amount"),
    mistake("allowance = { tasting = 1,", "allowance = { tasting = 0.5,", "dimensions[cups].allowance.tasting", "expected a whole number from 0 to 1,000,000,000,000, got 0.5"),
    mistake("label = { en = \"Tea\" }", "label = \"Tea\"", "label", "expected a text by language, as in en = \"Users\", got \"Tea\""),
    mistake("unit = { en = { one = \"pot\", other = \"pots\" } }", "unit = \"pots\"", "dimensions[pots].unit", "expected the forms of a unit by language"),
    mistake("unit = { en = { one = \"cup\", other = \"cups\" } }", "unit = { en = \"cups\" }", "dimensions[cups].unit.en", "expected the forms of a unit by language"),
    mistake("length = { days = 7 }", "length = 7", "editions[tasting].trial.length", "expected a table (in JSON an object), got 7"),
    mistake("returned = [\"cash\"]", "returned = \"cash\"", "policies.refund.returned", "expected a list, got \"cash\""),
    mistake("max = 500", "max = \"many\"", "dimensions[pots].max", "expected a whole number"),
    mistake("life = 12", "life = -1", "charges[pots_by_the_ten].life", "expected a whole number from 0"),
    mistake("updated = \"2026-01-01\"", "updated = \"2026-02-30\"", "sources.prices.updated", "a day that exists"),
    mistake("effective = \"2026-01-01\"", "effective = 2026-01-01T10:00:00", "effective", "a day that exists, as YYYY-MM-DD"),
    mistake("currency = \"EUR\"", "currency = \"eur\"", "currency", "three capital letters, got \"eur\" (did you mean \"EUR\"?)"),
    mistake("values = { tasting = false, house = 3,", "values = { tasting = [], house = 3,", "features[biscuits].values.tasting", "got a list"),
    mistake("label = { en = \"Music\" }", "label = { en = \" \" }", "features[music].label.en", "expected a text"),
    mistake("length = { days = 7 }", "length = { weeks = 1 }", "editions[tasting].trial.length", "days or months"),
    mistake("min = 10\nstep = 10", "min = 10\nstep = 0", "charges[pots_by_the_ten].step", "above 0"),
    // What is missing, or too much.
    mistake("model = \"graduated\"\n", "", "charges[more_cups].model", "the field \"model\" is missing"),
    mistake("id = \"pots\"\n", "", "dimensions[2].id", "the field \"id\" is missing"),
    mistake("group = \"drinks\"\nallowance", "colour = \"green\"\ngroup = \"drinks\"\nallowance", "dimensions[cups].colour", "no field \"colour\"; accepted: id, label"),
    mistake("model = \"flat\"", "model = \"flat\"\nsize = 10", "charges[table].size", "a charge of the model flat has no field \"size\""),
    mistake("dimension = \"cups\"\n", "", "charges[more_cups].dimension", "\"dimension\" is missing"),
    mistake("label = { en = \"House\" }", "label = { de = \"Haus\" }", "editions[house].label.en", "English"),
    mistake("unit = { en = { one = \"guest\", other = \"guests\" } }", "unit = { en = { one = \"guest\" } }", "dimensions[guests].unit.en.other", "\"other\" is missing"),
    mistake("charge = \"table\"", "charge = \"table\"\ndays = 5", "policies.refund.days", "no field \"days\""),
    mistake("house = true, palace = {", "palace = {", "features[music].values.house", "\"house\" has no value"),
    mistake("house = 10, palace = \"unlimited\"", "palace = \"unlimited\"", "dimensions[cups].allowance.house", "\"house\" has no value"),
    // Ids.
    mistake("id = \"tea/2026-01-01\"", "id = \"tea/2026-01-02\"", "id", "expected \"tea/2026-01-01\""),
    mistake("id = \"palace\"", "id = \"Palace\"", "editions[Palace].id", "lower-case letters"),
    mistake("id = \"music\"", "id = \"biscuits\"", "features[1].id", "stands twice"),
    mistake("id = \"guests\"", "id = 5", "dimensions[1].id", "expected a text, got 5"),
    mistake("id = \"hot\"", "id = \"hot tea\"", "notes[hot tea].id", "got \"hot tea\""),
    mistake("rules = {", "menu = { document = \"Menu\", section = \"Tea\" }\nrules = {", "sources.menu", "nothing comes from the source \"menu\""),
    // What fields say of each other.
    mistake("{ from = 100, to = 1000,", "{ from = 101, to = 1000,", "charges[more_cups].tiers[1].from", "from 100 to below 101 belong to no tier"),
    mistake("{ from = 0, to = 100,", "{ from = 0, to = 120,", "charges[more_cups].tiers[1].from", "belong to two tiers"),
    mistake("{ from = 1000, price", "{ from = 1000, to = 2000, price", "charges[more_cups].tiers[2].to", "the last tier must be open"),
    mistake("price = { house = \"0.75\", palace = \"0.7\" }", "price = { house = \"0.75\" }", "charges[more_cups].tiers[2].price", "the same editions"),
    mistake("price = { house = \"1.5\", palace = \"1.5\" }", "price = { house = \"2.5\", palace = \"2.5\" }", "charges[pots_by_the_ten]", "the packs break the rule"),
    mistake("limit = { tasting = 2, house = 20, palace = 200 }", "limit = 20\nallowance = 20", "dimensions[guests].limit", "not both"),
    mistake("limit = { tasting = 2, house = 20, palace = 200 }", "limit = { tasting = 2, house = 20, palace = 200 }\nbeyond = \"contact-sales\"", "dimensions[guests].beyond", "only where there is one"),
    mistake("default = 5", "default = 501", "dimensions[pots].default", "from 1 to 500"),
    mistake("max_months = 24", "max_months = 0", "policies.purchase.min_months", "from 0 to 0"),
    mistake("billing = [\"monthly\", \"annual\"]", "billing = [\"monthly\"]", "charges[table].annual_price", "not among the ways of billing"),
    mistake("annual_price = { tasting = \"0\", house = \"125\",", "annual_price = { house = \"125\",", "charges[table].annual_price", "\"tasting\" has a price for the month or for the year"),
    mistake("instead = \"house\"", "instead = \"tasting\"", "editions[tasting].trial.instead", "no edition \"tasting\""),
    // What a card hardly means.
    mistake("house = \"125\"", "house = \"1250\"", "charges[table].annual_price", "more than twelve months"),
    mistake("{ from = 0, to = 100, price = { house = \"1.25\"", "{ from = 0, to = 100, price = { house = \"0\"", "charges[more_cups].tiers[0].price", "free twice"),
];

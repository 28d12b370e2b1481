//! What a rate card and a request are made from: a list of numbers, each between its bounds.

/// Declares the genes, each with its least and its most.
macro_rules! genes {
    ($($name:ident: $least:literal..=$most:literal,)+) => {
        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types, reason = "each is the name of a number")]
        pub enum Gene { $($name,)+ }

        /// The name and the bounds of each.
        const BOUNDS: &[(&str, u64, u64)] = &[$((stringify!($name), $least, $most),)+];
    };
}

genes! {
    editions: 1..=100,
    trials: 0..=3,
    dimensions: 1..=200,
    flat: 0..=200,
    bundle: 0..=20,
    per_unit: 0..=200,
    block: 0..=200,
    graduated: 0..=200,
    volume: 0..=200,
    pack: 0..=50,
    annual: 0..=1,
    daily: 0..=1,
    carries: 0..=1,
    tiers: 1..=100,
    tier_width: 1..=1_000_000,
    pack_min: 1..=10_000,
    pack_step: 1..=10_000,
    pack_tiers: 1..=100,
    pack_life: 1..=40,
    payg_block: 0..=1_000,
    allowance: 0..=1_000_000,
    in_packages: 0..=200,
    each: 0..=1,
    digits: 1..=15,
    features: 0..=2_000,
    readings: 0..=500,
    notes: 0..=1_000,
    label: 1..=10_000,
    prose: 1..=10_000,
    months: 1..=36,
    items: 1..=100,
    compare: 0..=1,
    by_year: 0..=1,
    demand: 0..=1_000_000_000_000,
    uneven: 0..=1,
    bought: 0..=360,
    required: 0..=1_000,
    advice: 0..=1,
}

/// Random numbers that are the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    /// A number from 0 to `most`.
    pub fn upto(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let drawn = u128::from(mixed ^ (mixed >> 31)) * (u128::from(most) + 1);
        (drawn >> 64) as u64
    }

    /// A number between bounds, small ones as likely as large ones.
    fn between(&mut self, least: u64, most: u64) -> u64 {
        let span = most - least;
        let bits = u64::from(u64::BITS - span.leading_zeros());
        let most_of_bits = 1_u64.checked_shl(self.upto(bits) as u32).unwrap_or(0);
        least + self.upto(span.min(most_of_bits.wrapping_sub(1)))
    }
}

/// The numbers.
#[derive(Clone)]
pub struct Genome(Vec<u64>);

impl Genome {
    /// One drawn at random.
    pub fn random(dice: &mut Dice) -> Self {
        let bounds = BOUNDS.iter();
        Self(
            bounds
                .map(|&(_, least, most)| dice.between(least, most))
                .collect(),
        )
    }

    /// One that differs in one to four numbers.
    pub fn neighbour(&self, dice: &mut Dice) -> Self {
        let mut genes = self.0.clone();
        for _ in 0..=dice.upto(3) {
            let at = dice.upto(genes.len() as u64 - 1) as usize;
            let (_, least, most) = BOUNDS[at];
            let gene = genes[at];
            genes[at] = match dice.upto(6) {
                0 => least,
                1 => most,
                2 => gene * 2,
                3 => gene / 2,
                4 => gene + 1,
                5 => gene.saturating_sub(1),
                _ => dice.between(least, most),
            }
            .clamp(least, most);
        }
        Self(genes)
    }

    /// A number.
    pub fn get(&self, gene: Gene) -> u64 {
        self.0[gene as usize]
    }

    /// The numbers by name.
    pub fn by_name(&self) -> String {
        let genes = BOUNDS.iter().zip(&self.0);
        let named = genes.map(|((name, ..), gene)| format!("{name} {gene}"));
        named.collect::<Vec<_>>().join(", ")
    }
}

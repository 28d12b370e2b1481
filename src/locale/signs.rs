//! What numbers are written with.

/// The digits of a language, and what it writes between them: what a number that it has written can be
/// read by.
///
/// ```
/// use ratecard::locale::NumberSigns;
///
/// // What a language writes for 1234567890.5.
/// let signs = NumberSigns::of(&["1", "23", "45", "67", "890"], ',', '.').unwrap();
/// assert_eq!(signs.digits, NumberSigns::ENGLISH.digits);
/// assert_eq!(signs.groups, (3, 2));
/// assert_eq!(NumberSigns::of(&["1"], ',', '.'), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NumberSigns {
    /// The digits from 0 to 9.
    pub digits: [char; 10],
    /// What stands between groups of digits.
    pub group: char,
    /// What stands between whole and fraction.
    pub decimal: char,
    /// How many digits the last group has, and each before it but the first, which may have fewer.
    pub groups: (usize, usize),
}

impl NumberSigns {
    /// Those of English.
    pub const ENGLISH: Self = Self {
        digits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        group: ',',
        decimal: '.',
        groups: (3, 3),
    };

    /// The number that tells all of them: it has every digit, in order.
    pub const SAMPLE: f64 = 1_234_567_890.5;

    /// Those of a language, by how it writes [`SAMPLE`](Self::SAMPLE): the groups of its whole part, and
    /// the signs. `None` where that is another number.
    #[must_use]
    pub fn of(whole: &[impl AsRef<str>], group: char, decimal: char) -> Option<Self> {
        let written = whole.iter().flat_map(|group| group.as_ref().chars());
        let mut digits: [char; 10] = written.collect::<Vec<_>>().try_into().ok()?;
        digits.rotate_right(1);
        let mut lengths = whole
            .iter()
            .rev()
            .map(|group| group.as_ref().chars().count());
        let last = lengths.next()?;
        Some(Self {
            digits,
            group,
            decimal,
            groups: (last, lengths.next().unwrap_or(last)),
        })
    }
}

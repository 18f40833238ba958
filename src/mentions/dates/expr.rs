//! What a temporal expression says before anything is counted: the output of the grammar, the input of
//! [`crate::resolve::dates`].

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// Reads a unit's code with an optional factor: `D`, `2W`.
    pub fn parse(code: &str) -> Option<(i64, Unit)> {
        let digits = code.find(|c: char| !c.is_ascii_digit()).unwrap_or(code.len());
        let factor = if digits == 0 { 1 } else { code[..digits].parse().ok()? };
        let unit = match &code[digits..] {
            "S" => Unit::Second,
            "MIN" => Unit::Minute,
            "H" => Unit::Hour,
            "D" => Unit::Day,
            "WE" => Unit::Weekend,
            "W" => Unit::Week,
            "M" => Unit::Month,
            "Q" => Unit::Quarter,
            "Y" => Unit::Year,
            "DE" => Unit::Decade,
            "CE" => Unit::Century,
            "ML" => Unit::Millennium,
            _ => return None,
        };
        Some((factor, unit))
    }

    /// The period that TIMEX3 writes for a number of units; `None` writes `X`.
    pub fn period(self, count: Option<i64>) -> String {
        let n = |factor: i64| count.map_or("X".to_string(), |c| c.saturating_mul(factor).to_string());
        match self {
            Unit::Second => format!("PT{}S", n(1)),
            Unit::Minute => format!("PT{}M", n(1)),
            Unit::Hour => format!("PT{}H", n(1)),
            Unit::Day => format!("P{}D", n(1)),
            Unit::Weekend => format!("P{}WE", n(1)),
            Unit::Week => format!("P{}W", n(1)),
            Unit::Month => format!("P{}M", n(1)),
            Unit::Season | Unit::Quarter => format!("P{}Q", n(1)),
            Unit::Half => format!("P{}M", n(6)),
            Unit::Year => format!("P{}Y", n(1)),
            Unit::Decade if count.is_some() => format!("P{}Y", n(10)),
            Unit::Decade => "PXDE".to_string(),
            Unit::Century if count.is_some() => format!("P{}Y", n(100)),
            Unit::Century => "PXCE".to_string(),
            Unit::Millennium => format!("P{}Y", n(1000)),
        }
    }
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// Reads `SP`, `SU`, `FA`, `WI`.
    pub fn parse(code: &str) -> Option<Season> {
        Some(match code {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            "WI" => Season::Winter,
            _ => return None,
        })
    }

    /// Its first month.
    pub fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// Parts of a calendar date as far as they are stated; always with at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Fields {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    pub weekday: Option<i8>,
    pub season: Option<Season>,
    pub quarter: Option<i8>,
    pub half: Option<i8>,
}

/// What a relative expression is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The day of publication: "yesterday", "four years ago".
    Published,
    /// The date told of last: "the next day", "a month later".
    Told,
}

/// Steps of whole units from an anchor: last -1, this 0, next 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many units.
    pub by: i64,
    /// From where.
    pub anchor: Anchor,
}

/// What is counted inside a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Days of that name, Monday 1.
    Weekday(i8),
    /// Days, weeks.
    Unit(Unit),
}

/// The meaning of one expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A calendar date, whole or in part.
    Calendar(Fields),
    /// Ten years from the given one.
    Decade(i16),
    /// The century of that number.
    Century(i16),
    /// A numeric date whose order of day and month the text does not tell.
    Ambiguous(i16, i8, i8),
    /// The whole unit that lies so many steps from the anchor: "last week", "the same year".
    Unit(Step, Unit),
    /// The named part of the year nearest in that direction: "last April", "next fall".
    Named(Step, Fields),
    /// A feast day by its rule, with a step where one is stated.
    Holiday(Option<Step>, String),
    /// So many units from the anchor: "four years ago".
    Shift(Step, Unit),
    /// A part inside a whole: "June of last year".
    Inside(Box<Expr>, Box<Expr>),
    /// The n-th of its kind in a whole, counted from its end where negative: "the last Saturday of January".
    Nth(i8, Kind, Box<Expr>),
    /// A time of day alone: the day told of last.
    Clock,
    /// A length of time; `None` counts are vague. The step says whether it ends or begins at an anchor.
    Duration(Option<i64>, Unit, Option<Step>),
    /// A repeated time, by its TIMEX3 value.
    Set(String),
    /// `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    Reference(String),
    /// No date, though it looks like one; never leaves the grammar.
    Nothing,
}

/// An expression with what surrounds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its meaning.
    pub expr: Expr,
    /// `START`, `MID`, `END` ("early December") where the text says so: kept apart, the interval stays whole.
    pub part: Option<String>,
    /// `TMO`, `T10:35` where the text names a time of day.
    pub time: Option<String>,
}

impl Reading {
    /// An expression alone.
    pub fn plain(expr: Expr) -> Self {
        Reading { expr, part: None, time: None }
    }

    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub fn class(&self) -> &'static str {
        match self.expr {
            Expr::Duration(..) => "DURATION",
            Expr::Set(_) => "SET",
            _ if self.time.is_some() => "TIME",
            _ => "DATE",
        }
    }
}

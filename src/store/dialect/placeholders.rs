//! Placeholders: `?1` to SQLite, `$1` to PostgreSQL.

/// Rewrites a statement's placeholders for PostgreSQL. What stands in literals, quoted identifiers
/// and comments stays.
pub fn for_postgres(sql: &str) -> String {
    rewritten(sql, "$")
}

/// Writes something else in front of the numbers of a statement's placeholders.
pub fn rewritten(sql: &str, mark: &str) -> String {
    let mut rewritten = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(next) = rest.chars().next() {
        let opaque = opaque(rest);
        let (taken, left) = rest.split_at(opaque.max(next.len_utf8()));
        if opaque == 0 && next == '?' && left.starts_with(|c: char| c.is_ascii_digit()) {
            rewritten.push_str(mark);
        } else {
            rewritten.push_str(taken);
        }
        rest = left;
    }
    rewritten
}

/// How many bytes of a literal, a quoted identifier or a comment the text begins with. A quote that
/// is doubled inside of one ends it and begins the next, which comes to the same.
fn opaque(text: &str) -> usize {
    let through = |end: &str, after: usize| {
        let inside = text.get(after..).unwrap_or_default();
        inside.find(end).map(|at| after + at + end.len())
    };
    let length = if text.starts_with('\'') {
        through("'", 1)
    } else if text.starts_with('"') {
        through("\"", 1)
    } else if text.starts_with("--") {
        through("\n", 2)
    } else if text.starts_with("/*") {
        through("*/", 2)
    } else {
        return 0;
    };
    length.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_rewritten_wherever_they_stand() {
        for (sql, expected) in [
            ("SELECT 1", "SELECT 1"),
            (
                "UPDATE t SET a = ?2 WHERE id = ?1",
                "UPDATE t SET a = $2 WHERE id = $1",
            ),
            ("VALUES (?1,?2,?10)", "VALUES ($1,$2,$10)"),
            (
                "a = ?1 AND (CAST(?1 AS TEXT) IS NULL)",
                "a = $1 AND (CAST($1 AS TEXT) IS NULL)",
            ),
            ("?1", "$1"),
            ("a - ?1/?2", "a - $1/$2"),
            ("ü = ?1 AND 'ü?1' <> ?2", "ü = $1 AND 'ü?1' <> $2"),
        ] {
            assert_eq!(for_postgres(sql), expected);
        }
    }

    #[test]
    fn the_mark_is_what_the_caller_says() {
        let sql = "SELECT ?1 WHERE a = ?12 AND b = '?1'";
        let expected = "SELECT asked.v1 WHERE a = asked.v12 AND b = '?1'";
        assert_eq!(rewritten(sql, "asked.v"), expected);
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        for sql in [
            "'?1'",
            "'it''s ?1'",
            "'' '?1'",
            "x LIKE '%?1' ESCAPE '\\'",
            "SELECT \"what?1\"",
            "SELECT \"a\"\"?1\"",
            "1 -- ?1",
            "1 /* ?1 */ + 2",
            "a ? b",
            "a ?",
            "'?1",
            "/* ?1",
        ] {
            assert_eq!(for_postgres(sql), sql);
        }
    }

    #[test]
    fn what_follows_a_literal_or_a_comment_is_rewritten() {
        for (sql, expected) in [
            ("'?1' = ?1", "'?1' = $1"),
            ("'it''s' = ?1", "'it''s' = $1"),
            ("\"?1\" = ?1", "\"?1\" = $1"),
            ("1 -- ?1\n + ?1", "1 -- ?1\n + $1"),
            ("/* '?1 */ ?1", "/* '?1 */ $1"),
            ("'-- ' || ?1", "'-- ' || $1"),
            ("'\\' = ?1", "'\\' = $1"),
        ] {
            assert_eq!(for_postgres(sql), expected);
        }
    }
}

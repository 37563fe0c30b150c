//! Numbers as India writes them: Latin digits, the last three together, then by twos.

/// `150000` becomes `1,50,000`.
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let sign = if n < 0 { "-" } else { "" };
    let (head, last) = digits.split_at(digits.len().saturating_sub(3));
    let mut out = String::from(sign);
    for (at, digit) in head.chars().enumerate() {
        out.push(digit);
        // Every second digit counted from the end of the head closes a group.
        if (head.len() - at) % 2 == 1 {
            out.push(',');
        }
    }
    out + last
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn grouping_is_indian() {
        let golden = [
            (0, "0"),
            (1, "1"),
            (2, "2"),
            (999, "999"),
            (1_000, "1,000"),
            (15_000, "15,000"),
            (150_000, "1,50,000"),
            (1_500_000, "15,00,000"),
            (12_345_678, "1,23,45,678"),
            (-1_000, "-1,000"),
        ];
        for (n, shown) in golden {
            assert_eq!(grouped(n), shown);
        }
    }
}

package dev.perdure.samples.order;

import java.math.BigDecimal;
import java.util.List;

/** What a customer ordered. */
public record Order(String id, String customer, String email, String card, List<Line> lines) {
    /** What all lines cost together. */
    public BigDecimal total() {
        return lines.stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One article of an order. */
    public record Line(String sku, String item, int quantity, BigDecimal unitPrice) {
        /** What this line costs. */
        public BigDecimal price() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }
}

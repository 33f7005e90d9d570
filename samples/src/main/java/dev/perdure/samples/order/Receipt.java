package dev.perdure.samples.order;

import java.math.BigDecimal;
import java.util.List;

/** What the customer gets in the end. */
public record Receipt(String order, String charge, BigDecimal amount, List<Label> labels) {
    /** A parcel label: which article travels under which number. */
    public record Label(String sku, String tracking) {}
}

package org.peyvand.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.peyvand.catalog.Product;
import org.peyvand.locale.Money;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;

/** What the company sells. */
record Goods(Words words, Instant founded) {

    private static final long MILLION = 1_000_000;

    List<Write> products() {
        return IntStream.range(0, words.products.size())
                .<Write>mapToObj(index -> product(index, words.products.get(index)))
                .toList();
    }

    private Write product(int index, List<String> row) {
        return new Write.Create(
                Product.TYPE,
                Kind.PRODUCT.id(index, founded),
                Draft.of(Product.CODE, row.get(0))
                        .set(Product.NAME, row.get(1))
                        .set(Product.SERIES, row.get(2))
                        .set(Product.UNIT, row.get(3))
                        .set(Product.PRICE, Money.rials(Long.parseLong(row.get(4)) * MILLION))
                        .set(Product.ACTIVE, true));
    }
}

package org.peyvand.catalog;

import org.peyvand.locale.Money;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** Goods or a service that is sold, with its price of today. */
public final class Product {

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();
    public static final Field<String> CODE = Field.text("code").key().searched();
    public static final Field<String> SERIES = Field.openChoice("series");
    public static final Field<Money> PRICE = Field.money("price");
    public static final Field<String> UNIT =
            Field.openChoice("unit", "piece", "kilogram", "meter", "squareMeter", "liter", "hour", "pack", "service");
    public static final Field<Boolean> ACTIVE = Field.bool("active").initially(true);
    public static final Field<String> DESCRIPTION = Field.longText("description");

    public static final RecordType TYPE = RecordType.named("product", "products")
            .icon("package")
            .fields(NAME, CODE, SERIES, PRICE, UNIT, ACTIVE, DESCRIPTION)
            .title(NAME)
            .subtitle(CODE)
            .listColumns(NAME, CODE, SERIES, PRICE, UNIT, ACTIVE)
            .section("main", NAME, CODE, SERIES, PRICE, UNIT, ACTIVE)
            .section("description", DESCRIPTION)
            .sortedBy("name")
            .flags(Flag.SEARCHABLE, Flag.NAVIGATION)
            .build();

    private Product() {}
}

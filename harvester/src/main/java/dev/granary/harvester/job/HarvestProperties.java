package dev.granary.harvester.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hard a harvest works.
 *
 * @param workers how many databases one process reads at once, over all servers
 */
@Validated
@ConfigurationProperties("granary.harvest")
record HarvestProperties(@DefaultValue("4") @Min(1) @Max(64) int workers) {}

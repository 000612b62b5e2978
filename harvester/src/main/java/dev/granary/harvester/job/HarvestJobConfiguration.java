package dev.granary.harvester.job;

import dev.granary.harvester.runs.HarvestProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The harvest job: sweep the servers, then let the workers drain what is to be read. */
@Configuration(proxyBeanMethods = false)
class HarvestJobConfiguration {

    @Bean
    Job harvestJob(JobRepository jobs, Step sweepStep, Step drainStep) {
        return new JobBuilder("harvest", jobs).start(sweepStep).next(drainStep).build();
    }

    @Bean
    Step sweepStep(JobRepository jobs, SweepTasklet sweep) {
        return new StepBuilder("sweep", jobs).tasklet(sweep).build();
    }

    @Bean
    Step drainStep(JobRepository jobs, Step workerStep, HarvestProperties limits) {
        var threads = new SimpleAsyncTaskExecutor("harvest-");
        threads.setVirtualThreads(true);
        // Without a limit: at night every server has a run of its own, and the workers of one that waits would keep the
        // others from beginning and
        // from ending. Seats bound how many read at once; who waits holds neither a seat nor a connection.
        return new StepBuilder("drain", jobs)
                .partitioner("worker", HarvestJobConfiguration::numbered)
                .gridSize(limits.workers())
                .step(workerStep)
                .taskExecutor(threads)
                .build();
    }

    /** Batch's own transactions hold nothing here: a database is published in one of its own. */
    @Bean
    Step workerStep(JobRepository jobs, DrainTasklet drain) {
        return new StepBuilder("worker", jobs).tasklet(drain).build();
    }

    private static Map<String, ExecutionContext> numbered(int workers) {
        var partitions = new LinkedHashMap<String, ExecutionContext>();
        for (int worker = 1; worker <= workers; worker++) {
            partitions.put(Integer.toString(worker), new ExecutionContext());
        }
        return partitions;
    }
}
